<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/aide">Aide</a></li>
	</ol>
</nav>
<article class="read"><?cs uvar:page.Html ?></article>
<p class="mt s m">
	Cette page ne répond pas à votre question ? <a href="/public/contact">Écrivez au Siège</a>. Quelque
	chose ne marche pas ? <a href="/messages/probleme">Signaler un problème</a>.
</p>
