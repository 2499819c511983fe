<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<h1><?cs var:lettre.titre ?></h1>
</div>
<div class="read">
	<?cs each:b = Blocs ?><?cs uvar:b.texteHtml ?><?cs # out of texte_html() ?><?cs /each ?>
</div>
<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
