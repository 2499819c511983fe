<?cs set:Form.personne.label = "Qui êtes-vous ?" ?>
<div class="stack g1">
	<h1>
		<?cs if:subcount(personnes) > #1 ?>Vous êtes plusieurs à cette adresse
		<?cs elif:?personnes.0.prenom ?>Bonjour <?cs var:personnes.0.prenom ?>
		<?cs else ?>Bon retour parmi nous
		<?cs /if ?>
	</h1>
	<p class="m">
		<?cs if:subcount(personnes) > #1 ?>Choisissez votre nom, puis entrez.
		<?cs else ?>Votre lien est valable. Il servira une seule fois.
		<?cs /if ?>
	</p>
</div>
<?cs call:erreurs() ?>
<form class="stack" method="post" action="/connexion/entrer">
	<?cs call:csrf() ?>
	<input type="hidden" name="jeton" value="<?cs var:Form.jeton.value ?>">
	<?cs if:?Form.suite.value ?>
		<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
	<?cs /if ?>
	<?cs if:subcount(personnes) > #1 ?>
		<fieldset id="f-personne" tabindex="-1">
			<legend>Qui êtes-vous ?</legend>
			<?cs each:p = personnes ?>
				<label class="ck">
					<input type="radio" name="personne" value="<?cs var:p.id ?>"
						required> <?cs var:p.prenom ?> <?cs var:p.nom ?>
				</label>
			<?cs /each ?>
		</fieldset>
	<?cs /if ?>
	<button class="btn">Entrer</button>
</form>
<p class="s m">
	Ce n’est pas vous qui avez demandé ce lien ? Fermez cette page : sans ce bouton, rien ne se passe.
</p>
