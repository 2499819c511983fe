<?cs include:"actualites/macros.cs" ?>
<?cs call:fil_actualites() ?>
<div class="head">
	<div>
		<h1>Supprimer l’actualité</h1>
		<p><?cs var:actualite.titre ?></p>
	</div>
</div>
<div class="stack read">
	<p>
		Son texte, son image, ses fichiers disparaissent, pour tout le monde. Pour la cacher sans la perdre,
		retirez-la de la lecture.
	</p>
	<form class="row" method="post" action="/actualites/<?cs var:actualite.id ?>/supprimer">
		<?cs call:csrf() ?>
		<button class="btn bad">Supprimer l’actualité</button>
		<a class="btn b3" href="/actualites/<?cs var:actualite.id ?>">La garder</a>
	</form>
</div>
