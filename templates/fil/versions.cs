<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="<?cs var:url_validate(objet.url) ?>">Revenir à la page</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Versions</h1>
		<p>Ce qui est écrit maintenant, puis ce qui l’était avant.</p>
	</div>
</div>
<ol class="line">
	<li>
		<p class="s m">Maintenant</p>
		<?cs if:objet.titre != "" ?><h2><?cs var:objet.titre ?></h2><?cs /if ?>
		<?cs uvar:objet.corpsHtml ?>
		<?cs # out of texte_html() ?>
	</li>
	<?cs each:v = versions ?>
		<li>
			<p class="s m"><?cs call:quand(v.quand, v.ecrit_le) ?></p>
			<?cs if:v.titre != "" ?><h2><?cs var:v.titre ?></h2><?cs /if ?>
			<?cs uvar:v.corpsHtml ?>
		</li>
	<?cs /each ?>
</ol>
<?cs if:!subcount(versions) ?><p class="m">Ce texte n’a pas changé depuis qu’il est écrit.</p><?cs /if ?>
