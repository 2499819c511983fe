<?cs # The steps of a draft, and its head ?>
<?cs def:_etape(cle, ici, titre, url) ?>
	<?cs if:cle == ici ?>
		<li aria-current="step"><?cs var:titre ?></li>
	<?cs else ?>
		<li>
			<?cs if:cle == "destinataires" && lettre.audience ?><?cs call:ic("check") ?> <?cs /if ?>
			<a href="/lettres/<?cs var:lettre.id ?><?cs var:url ?>"><?cs var:titre ?></a>
		</li>
	<?cs /if ?>
<?cs /def ?>

<?cs def:etapes(ici) ?>
	<?cs if:lettre.etat == "brouillon" && !lettre.modele ?>
		<ol class="row steps">
			<?cs call:_etape("destinataires", ici, "Destinataires", "/destinataires") ?>
			<?cs call:_etape("contenu", ici, "Contenu", "/contenu") ?>
			<?cs call:_etape("apercu", ici, "Aperçu", "/apercu") ?>
			<?cs call:_etape("verification", ici, "Vérification", "/verification") ?>
		</ol>
	<?cs /if ?>
<?cs /def ?>

<?cs # What is looked at before it leaves ?>
<?cs def:constats() ?>
	<ul class="rows">
		<?cs each:c = Constats ?>
			<li class="row nw">
				<span class="tag<?cs if:c.gravite == "bloque" ?> bad<?cs /if ?>">
					<?cs if:c.gravite == "bloque" ?>À corriger<?cs else ?>À voir<?cs /if ?>
				</span>
				<a href="<?cs var:url_validate(c.lien) ?>"><?cs var:c.phrase ?></a>
			</li>
		<?cs /each ?>
	</ul>
<?cs /def ?>

<?cs def:tete(dessous) ?>
	<nav aria-label="Fil d’Ariane">
		<ol class="crumbs">
			<li><a href="/lettres">Lettres d’info</a></li>
			<?cs if:lettre.etat != "brouillon" ?>
				<li><a href="/lettres/<?cs var:lettre.id ?>">L’envoi</a></li>
			<?cs /if ?>
		</ol>
	</nav>
	<?cs if:lettre.retenue && lettre.etat == "brouillon" ?>
		<div class="alert warn" role="status">
			<?cs call:ic("warn") ?>
			<p>Cette lettre est retenue : <?cs var:lettre.retenue ?></p>
			<?cs if:Droits.envoie ?>
				<p>
					Corrigez-la, ou <a href="/lettres/<?cs var:lettre.id ?>/envoyer">
						envoyez-la quand même
					</a>.
				</p>
			<?cs /if ?>
		</div>
	<?cs /if ?>
<?cs /def ?>
