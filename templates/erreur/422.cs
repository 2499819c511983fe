<div class="empty">
	<?cs call:ic("pen") ?>
	<h1>Il manque quelque chose</h1>
	<?cs if:?Page.message ?><p><?cs var:Page.message ?></p><?cs /if ?>
	<p>
		Une réponse n’est pas lisible ou a expiré. Revenez à la page précédente, actualisez-la, puis
		recommencez : ce que vous aviez écrit y est le plus souvent encore.
	</p>
	<p class="row">
		<a class="btn" href="/">Revenir à l’accueil</a>
		<a class="btn b2" href="/public/contact">Contacter le Siège</a>
		<?cs call:signaler("btn b3") ?>
	</p>
	<p class="s">
		Code <?cs var:Page.status ?><?cs if:?Page.request ?>, référence <?cs var:Page.request ?><?cs /if ?>
	</p>
</div>
