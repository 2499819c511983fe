<?cs set:Form.sujet.label = "Sujet" ?>
<?cs set:Form.texte.label = "Votre message" ?>
<?cs set:Form.texte.brouillon = "siege" ?>
<?cs set:Form.fichiers.label = "Fichiers" ?>
<?cs set:Form.fichiers.facultatif = "1" ?>
<div class="head">
	<div>
		<h1>Contacter le Siège</h1>
		<p>Votre message arrive à l’équipe qui suit ce sujet. La réponse vous parvient dans vos messages.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/messages/siege" enctype="multipart/form-data" novalidate>
	<?cs call:csrf() ?>
	<?cs call:liste("sujet", Sujets, "Choisir un sujet") ?>
	<?cs call:editeur("texte", "6") ?>
	<?cs call:joindre("fichiers") ?>
	<p class="s m">N’envoyez jamais votre mot de passe : personne n’en a besoin pour vous aider.</p>
	<div class="row">
		<button class="btn"><?cs call:ic("send") ?> Envoyer</button>
		<a class="btn b3" href="/messages">Annuler</a>
	</div>
</form>
