<div class="empty">
	<?cs call:ic("history") ?>
	<h1>Quelqu’un d’autre est passé par là</h1>
	<?cs if:?Page.message ?><p><?cs var:Page.message ?></p><?cs /if ?>
	<p>
		Ce que vous modifiez a changé entre-temps. Rien n’a été écrasé : rouvrez la page, relisez, puis
		refaites votre modification.
	</p>
	<p class="row">
		<a class="btn" href="/">Revenir à l’accueil</a>
		<?cs call:signaler("btn b3") ?>
	</p>
	<p class="s">
		Code <?cs var:Page.status ?><?cs if:?Page.request ?>, référence <?cs var:Page.request ?><?cs /if ?>
	</p>
</div>
