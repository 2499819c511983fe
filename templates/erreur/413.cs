<div class="empty">
	<?cs call:ic("file") ?>
	<h1>C’est trop lourd pour nous</h1>
	<?cs if:?Page.message ?><p><?cs var:Page.message ?></p><?cs /if ?>
	<p>
		L’envoi dépasse la taille acceptée. Choisissez un fichier plus léger ou raccourcissez le texte, puis
		recommencez.
	</p>
	<p class="row">
		<a class="btn" href="/">Revenir à l’accueil</a>
		<?cs call:signaler("btn b3") ?>
	</p>
	<p class="s">
		Code <?cs var:Page.status ?><?cs if:?Page.request ?>, référence <?cs var:Page.request ?><?cs /if ?>
	</p>
</div>
