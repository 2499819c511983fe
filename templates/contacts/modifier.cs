<?cs set:Form.bio.label = "En quelques mots" ?>
<?cs set:Form.bio.aide = "Qui vous êtes, ce qui vous anime, ce que vous aimez faire. Du texte simple, 2
	000 caractères au plus." ?>
<?cs set:Form.bio.facultatif = "1" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
		<li>
			<a href="/contacts/<?cs var:contact.id ?>"><?cs var:contact.prenom ?> <?cs var:contact.nom ?></a>
		</li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>
			<?cs if:contact.id == User.id ?>Modifier ma fiche
			<?cs else ?>Modifier la fiche : <?cs var:contact.prenom ?> <?cs var:contact.nom ?>
			<?cs /if ?>
		</h1>
		<p>
			Les coordonnées viennent de HubSpot, que le Siège tient : <?cs if:contact.id == User.id ?>
				<a href="/contacts/<?cs var:contact.id ?>/corriger">les corriger</a>.
			<?cs else ?>
				<a href="/contacts/<?cs var:contact.id ?>#correction">demander une correction</a>.
			<?cs /if ?> Tout le reste s’écrit ici.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/contacts/<?cs var:contact.id ?>/modifier" novalidate>
	<?cs call:csrf() ?>
	<?cs if:?Form.version.value ?>
		<input type="hidden" name="version" value="<?cs var:Form.version.value ?>">
	<?cs /if ?>
	<?cs if:?Edition.debut ?><input type="hidden" name="suite" value="<?cs var:Edition.debut ?>"><?cs /if ?>
	<?cs if:?Edition.bio ?><?cs call:texte_long("bio", "6") ?><?cs /if ?>
	<input type="hidden" name="present" value=",<?cs each:c = champs ?><?cs var:c.cle ?>,<?cs /each ?>">
	<?cs each:c = champs ?><?cs call:champ_modele(c) ?><?cs /each ?>
	<div class="row">
		<button class="btn">Enregistrer</button>
		<?cs if:?Edition.suite ?>
			<button class="btn b2" name="continuer" value="<?cs var:Edition.suite ?>">
				Enregistrer et continuer
			</button>
		<?cs /if ?>
		<?cs if:?Edition.debut ?>
			<a class="btn b3" href="/contacts/<?cs var:contact.id ?>/modifier">Premiers champs</a>
		<?cs /if ?>
		<a class="btn b3" href="/contacts/<?cs var:contact.id ?>">Annuler</a>
	</div>
</form>
