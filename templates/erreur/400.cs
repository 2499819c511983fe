<div class="empty">
	<?cs call:ic("warn") ?>
	<h1>Cette demande est incomplète</h1>
	<?cs if:?Page.message ?><p><?cs var:Page.message ?></p><?cs /if ?>
	<p>
		L’adresse ou le formulaire reçu contient quelque chose que nous ne savons pas lire. Revenez à la page
		précédente et recommencez ; si cela se reproduit, écrivez-nous en disant ce que vous faisiez.
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
