<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>/postes">Postes</a></li>
	</ol>
</nav>
<div class="head">
	<h1><?cs if:Poste > #0 ?>Changer le poste<?cs else ?>Nouveau poste<?cs /if ?></h1>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/agenda/<?cs var:evenement.id ?>/postes/
			<?cs if:Poste > #0 ?><?cs var:Poste ?><?cs else ?>nouveau<?cs /if ?>">
	<?cs call:csrf() ?>
	<?cs set:Form.titre.label = "Nom du poste" ?>
	<?cs call:champ("text", "titre", "") ?>
	<?cs set:Form.lieu.label = "Où" ?>
	<?cs set:Form.lieu.facultatif = "1" ?>
	<?cs call:champ("text", "lieu", "") ?>
	<div class="grid tight">
		<?cs set:Form.km.label = "Kilomètre" ?>
		<?cs set:Form.km.facultatif = "1" ?>
		<?cs call:champ("number", "km", "") ?>
		<?cs set:Form.age.label = "Âge, au moins" ?>
		<?cs set:Form.age.facultatif = "1" ?>
		<?cs call:champ("number", "age", "") ?>
		<?cs set:Form.ordre.label = "Rang dans la liste" ?>
		<?cs set:Form.ordre.facultatif = "1" ?>
		<?cs call:champ("number", "ordre", "") ?>
	</div>
	<?cs set:Form.formation.label = "Il faut avoir" ?>
	<?cs set:Form.formation.facultatif = "1" ?>
	<?cs set:Form.formation.aide = "Une formation, une compétence, un rôle dans le groupe ou une
		étiquette." ?>
	<?cs call:liste("formation", Formations, "Rien de particulier") ?>
	<?cs set:Form.habitue.label = "Une personne habituée au moins" ?>
	<?cs set:Form.habitue.aide = "La dernière place est gardée pour qui a déjà tenu un créneau." ?>
	<?cs call:case("habitue") ?>
	<?cs set:Form.consignes.label = "Consignes, pour qui tient le poste" ?>
	<?cs set:Form.consignes.facultatif = "1" ?>
	<?cs call:texte_long("consignes", "5") ?>
	<p class="row">
		<button class="btn">Enregistrer</button>
		<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>/postes">Revenir sans changer</a>
	</p>
</form>
<?cs if:Poste > #0 ?>
	<form class="mt" method="post" action="/agenda/<?cs var:evenement.id ?>/postes/<?cs var:Poste ?>/retirer">
		<?cs call:csrf() ?>
		<button class="btn b3">Retirer ce poste</button>
	</form>
<?cs /if ?>
