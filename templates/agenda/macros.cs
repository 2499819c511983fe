<?cs # What the pages of organisers say alike ?>
<?cs def:prevenir(n) ?>
	<?cs if:n > #0 ?> et prévenir <?cs var:nb(n) ?> personne<?cs call:s(n) ?><?cs /if ?>
<?cs /def ?>

<?cs # The groups that are not hers, folded, searched when they are many: boxes of the field NOM ?>
<?cs def:autres_groupes(nom) ?>
	<?cs if:subcount(Autres) || ?Form.autres.cherche ?>
		<details<?cs if:?Form.autres.mots && Form.autres.mots != "" ?> open<?cs /if ?>>
			<summary><span class="btn b3"><?cs call:ic("plus") ?> D’autres groupes</span></summary>
			<fieldset id="f-autres" tabindex="-1">
				<legend class="vh">D’autres groupes</legend>
				<?cs call:cherche(Form.autres, "D’autres groupes", Autres) ?>
				<div class="grid wide">
					<?cs each:o = Autres ?>
						<label class="ck">
							<input type="checkbox" name="<?cs var:nom ?>" value="<?cs var:o.valeur ?>">
							<?cs var:o.libelle ?>
						</label>
					<?cs /each ?>
				</div>
			</fieldset>
		</details>
	<?cs /if ?>
<?cs /def ?>

<?cs # A person is named: looked for by her name, then chosen among those who were found ?>
<?cs def:cherche_personne(ou) ?>
	<form class="row nw" method="get" action="/agenda/<?cs var:evenement.id ?>/<?cs var:ou ?>" role="search"
			aria-label="Chercher une personne">
		<?cs if:?seance.jour ?><input type="hidden" name="date" value="<?cs var:seance.jour ?>"><?cs /if ?>
		<div class="find grow">
			<label class="vh" for="iq">Nom de la personne</label>
			<?cs call:ic("search") ?>
			<input type="search" id="iq" name="q" maxlength="100" value="<?cs var:Filtre.q ?>"
				placeholder="Nom…">
		</div>
		<button class="btn b2">Chercher</button>
	</form>
<?cs /def ?>

<?cs def:trouvees(genre, question) ?>
	<fieldset id="f-contact" tabindex="-1">
		<legend><?cs var:question ?></legend>
		<?cs each:p = Trouves ?>
			<label class="ck">
				<input type="<?cs var:genre ?>" name="contact" value="<?cs var:p.id ?>">
				<?cs call:av(p) ?>
				<span><?cs var:p.prenom ?> <?cs var:p.nom ?></span>
			</label>
		<?cs /each ?>
	</fieldset>
<?cs /def ?>

<?cs def:inconnue() ?><p>Personne de ce nom que vous puissiez voir.</p><?cs /def ?>
