<div class="empty">
	<?cs call:ic("warn") ?>
	<h1>Quelque chose n’a pas marché de notre côté</h1>
	<?cs if:?Page.message ?>
		<p><?cs var:Page.message ?></p>
	<?cs /if ?>
	<p>
		Nous en sommes désolés. Votre dernière action n’a pas été enregistrée. L’incident est noté
		<?cs if:?Page.time ?> à <?cs var:Page.time ?><?cs /if ?>. Recommencez dans un moment ; si cela se
		reproduit, écrivez-nous en donnant la référence ci-dessous.
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
