<div class="empty">
	<?cs call:ic("clock") ?>
	<h1>Un instant, s’il vous plaît</h1>
	<?cs if:?Page.message ?><p><?cs var:Page.message ?></p><?cs /if ?>
	<p>
		Beaucoup de demandes sont arrivées de votre part en peu de temps. Attendez quelques minutes avant de
		recommencer. Si ce n’est pas vous, changez votre mot de passe et prévenez-nous.
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
