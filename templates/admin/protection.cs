<?cs set:Form.nom.label = "Nom" ?>
<?cs set:Form.nom.facultatif = "1" ?>
<?cs set:Form.adresse.label = "Adresse courriel" ?>
<?cs set:Form.adresse.facultatif = "1" ?>
<?cs set:Form.adresse.aide = "Montrée à tout le monde sur « Vos données », et prévenue de chaque demande." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/demandes">Demandes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Protection des données</h1>
		<p>La personne déléguée à ces données (DPO) <?cs var:de(Site.org) ?>, à qui chacun-e peut écrire.</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="stack g5 read" method="post" action="/admin/demandes/protection" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<?cs call:champ("text", "nom", "off") ?>
	<?cs call:champ("email", "adresse", "off") ?>
	<div class="row"><button class="btn">Enregistrer</button></div>
</form>
