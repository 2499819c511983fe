<div class="head">
	<div>
		<h1>Lettres d’info</h1>
		<p>Ce qui compte pour les bénévoles, par courriel et ici.</p>
	</div>
	<?cs if:?Droits.ecrit && Droits.ecrit ?>
		<a class="btn" href="/lettres/nouvelle"><?cs call:ic("pen") ?> Écrire une lettre</a>
	<?cs /if ?>
</div>
<?cs if:subcount(items) ?>
	<ol class="rows">
		<?cs each:l = items ?>
			<li class="hit">
				<h2><a href="/lettres/<?cs var:l.id ?>"><?cs var:l.titre ?></a></h2>
			</li>
		<?cs /each ?>
	</ol>
<?cs else ?>
	<p class="m">Aucune lettre pour le moment.</p>
<?cs /if ?>
