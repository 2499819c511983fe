<div class="head">
	<h1>Commenter</h1>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/fil/<?cs var:objet.id ?>/commentaires">
	<?cs call:csrf() ?>
	<?cs if:?Reponse && Reponse != "" ?>
		<input type="hidden" name="reponse" value="<?cs var:Reponse ?>">
	<?cs /if ?>
	<?cs set:Form.texte.label = "Votre commentaire" ?>
	<?cs set:Form.texte.objet = objet.id ?>
	<?cs call:editeur("texte", "6") ?>
	<p class="row">
		<button class="btn">Envoyer</button>
		<a class="btn b3" href="<?cs var:url_validate(objet.url) ?>">Revenir sans envoyer</a>
	</p>
</form>
