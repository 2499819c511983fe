<div class="empty">
	<?cs call:ic("lock") ?>
	<h1>Cette page ne vous est pas ouverte</h1>
	<?cs if:?Page.message ?><p><?cs var:Page.message ?></p><?cs /if ?>
	<p>
		Elle est réservée à d’autres personnes : un groupe, une coordination ou le Siège. Si vous pensez
		devoir y accéder, demandez-le, en indiquant l’adresse de la page.
	</p>
	<p class="row">
		<a class="btn" href="/public/contact">Demander l’accès</a>
		<a class="btn b2" href="/">Revenir à l’accueil</a>
		<?cs call:signaler("btn b3") ?>
	</p>
	<p class="s">
		Code <?cs var:Page.status ?><?cs if:?Page.request ?>, référence <?cs var:Page.request ?><?cs /if ?>
	</p>
</div>
