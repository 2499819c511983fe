<?cs # The foot of every page: help stands at the same place everywhere. ?>
<footer class="row foot">
	<a href="/aide?de=<?cs var:url_escape(Page.ecran) ?>">Aide</a>
	<a href="/public/plan">Plan du site</a>
	<a href="/public/contact">Contacter le Siège</a>
	<a href="/public/accessibilite">Accessibilité : partiellement conforme</a>
	<a href="/public/donnees">Vos données</a>
	<?cs if:?User.id ?>
		<?cs call:signaler("m") ?>
	<?cs else ?>
		<a href="/public/ecoconception">Écoconception</a>
	<?cs /if ?>
</footer>
