<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/aide">Aide</a></li>
	</ol>
</nav>
<?cs if:subcount(Sommaire) ?>
	<details class="drop">
		<summary class="btn b2">Dans ce guide</summary>
		<ul class="links">
			<?cs each:s = Sommaire ?>
				<li><a href="#<?cs var:s.ancre ?>"><?cs var:s.titre ?></a></li>
			<?cs /each ?>
		</ul>
	</details>
<?cs /if ?>
<article class="read<?cs if:subcount(Sommaire) ?> mt<?cs /if ?>"><?cs uvar:page.Html ?></article>
<p class="mt s m">
	Cette page ne répond pas à votre question ? <a href="/public/contact">Écrivez au Siège</a>. Quelque
	chose ne marche pas ? <a href="/messages/probleme">Signaler un problème</a>.
</p>
