<div class="empty">
	<?cs call:ic("warn") ?>
	<h1>Cette adresse ne s’ouvre pas ainsi</h1>
	<p>
		Elle sert à envoyer un formulaire, pas à afficher une page. Revenez à la page d’où vous venez et
		utilisez son bouton.
	</p>
	<p class="row">
		<a class="btn" href="/">Revenir à l’accueil</a>
		<?cs call:signaler("btn b3") ?>
	</p>
	<p class="s">
		Code <?cs var:Page.status ?><?cs if:?Page.request ?>, référence <?cs var:Page.request ?><?cs /if ?>
	</p>
</div>
