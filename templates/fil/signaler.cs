<div class="head">
	<div>
		<h1>Signaler ce texte</h1>
		<p>
			La coordination du groupe et les personnes du Siège qui modèrent liront votre message. La personne
			qui a écrit ne saura pas qui signale.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<blockquote class="panel read">
	<?cs if:objet.titre != "" ?><p><b><?cs var:objet.titre ?></b></p><?cs /if ?>
	<?cs uvar:objet.corpsHtml ?>
	<?cs # out of texte_html() ?>
</blockquote>
<form class="stack read mt" method="post" action="/fil/<?cs var:objet.id ?>/signaler">
	<?cs call:csrf() ?>
	<?cs set:Form.motif.label = "Ce qui ne va pas" ?>
	<?cs call:texte_long("motif", "4") ?>
	<p class="row">
		<button class="btn">Signaler</button>
		<a class="btn b3" href="<?cs var:url_validate(objet.url) ?>">Revenir sans signaler</a>
	</p>
</form>
