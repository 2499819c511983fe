<?cs set:Form.nom.label = "Nom de la famille" ?>
<?cs set:Form.teinte.label = "Couleur" ?>
<?cs set:Form.creation.label = "Qui peut y créer une étiquette" ?>
<?cs set:Form.creation.aide = "Poser une étiquette qui existe est ouvert à qui gère la fiche." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/etiquettes">Étiquettes</a></li>
		<li><a href="/etiquettes/familles">Familles</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
	<?cs call:csrf() ?>
	<?cs call:champ("text", "nom", "") ?>
	<?cs call:liste("teinte", Teintes, "") ?>
	<?cs set:Form.creation.long = "1" ?>
	<?cs call:choix("radio", "creation", Creations) ?>
	<div class="row">
		<button class="btn">Enregistrer</button>
		<a class="btn b3" href="/etiquettes/familles">Annuler</a>
	</div>
</form>
