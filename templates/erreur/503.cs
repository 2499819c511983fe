<div class="empty">
	<?cs call:ic("clock") ?>
	<h1>L’espace se repose quelques instants</h1>
	<p>
		Un service dont nous dépendons ne répond pas. Rien n’est perdu. Actualisez cette page dans une
		minute ; si vous veniez d’envoyer un formulaire, revenez en arrière : votre texte y est encore.
	</p>
	<p class="row">
		<a class="btn" href="/">Revenir à l’accueil</a>
		<?cs call:signaler("btn b3") ?>
	</p>
	<p class="s">
		Code <?cs var:Page.status ?><?cs if:?Page.request ?>, référence <?cs var:Page.request ?><?cs /if ?>
	</p>
</div>
