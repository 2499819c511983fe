<div class="head">
	<div>
		<h1>Supprimer ce texte ?</h1>
		<p>
			Il disparaît pour tout le monde, avec ses versions. Il restera la trace que vous l’avez supprimé.
		</p>
	</div>
</div>
<blockquote class="panel read">
	<?cs if:objet.titre != "" ?><p><b><?cs var:objet.titre ?></b></p><?cs /if ?>
	<?cs uvar:objet.corpsHtml ?>
	<?cs # out of texte_html() ?>
</blockquote>
<form class="row mt" method="post" action="/fil/<?cs var:objet.id ?>/supprimer">
	<?cs call:csrf() ?>
	<button class="btn bad">Supprimer</button>
	<a class="btn b2" href="<?cs var:url_validate(objet.url) ?>">Le garder</a>
</form>
