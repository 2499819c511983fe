<div class="head">
	<h1><?cs var:Ecrite.titre ?></h1>
</div>
<article class="read stack">
	<?cs # made by texte_html(): safe ?>
	<?cs uvar:Ecrite.Html ?>
</article>
