<div class="head">
	<div>
		<h1>Modifier <?cs var:objet.le ?></h1>
		<p>Le texte d’avant reste lisible par qui voit celui-ci.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/fil/<?cs var:objet.id ?>/modifier">
	<?cs call:csrf() ?>
	<?cs if:objet.titre_propre ?>
		<?cs set:Form.titre.label = "Titre" ?>
		<?cs set:Form.titre.facultatif = "1" ?>
		<?cs call:champ("text", "titre", "") ?>
		<?cs set:Form.texte.facultatif = "1" ?>
	<?cs /if ?>
	<?cs set:Form.texte.label = "Texte" ?>
	<?cs set:Form.texte.objet = objet.id ?>
	<?cs call:editeur("texte", "8") ?>
	<p class="row">
		<button class="btn">Enregistrer</button>
		<a class="btn b3" href="<?cs var:url_validate(objet.url) ?>">Revenir sans changer</a>
	</p>
</form>
