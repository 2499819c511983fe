<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<h1><?cs var:lettre.titre ?></h1>
</div>
<?cs if:lettre.etat == "brouillon" ?>
	<form method="post" action="/lettres/<?cs var:lettre.id ?>/supprimer">
		<?cs call:csrf() ?>
		<button class="btn b3">Supprimer ce brouillon</button>
	</form>
<?cs /if ?>
<?cs include:"lettres/envoi.cs" ?>
