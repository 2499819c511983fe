<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
		<li><a href="/groupes/<?cs var:groupe.id ?>/actions">Actions</a></li>
	</ol>
</nav>
<div class="head">
	<h1><?cs if:?Change ?>Modifier l’action<?cs else ?>Nouvelle action<?cs /if ?></h1>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/groupes/<?cs var:groupe.id ?>/actions<?cs if:?Change ?>
			/<?cs var:Change ?>/modifier<?cs /if ?>">
	<?cs call:csrf() ?>
	<?cs set:Form.titre.label = "Ce qu’il y a à faire" ?>
	<?cs call:champ("text", "titre", "") ?>
	<?cs set:Form.texte.label = "Précisions" ?>
	<?cs set:Form.texte.facultatif = "1" ?>
	<?cs call:texte_long("texte", "4") ?>
	<?cs set:Form.echeance.label = "Pour quand" ?>
	<?cs set:Form.echeance.facultatif = "1" ?>
	<?cs call:champ("date", "echeance", "") ?>
	<?cs if:!?Change ?>
		<?cs each:m = Membres ?>
			<?cs if:Form.qui.value == m.valeur ?><?cs set:m.choisi = "1" ?><?cs /if ?>
		<?cs /each ?>
		<?cs set:Form.qui.label = "Qui s’en charge" ?>
		<?cs set:Form.qui.facultatif = "1" ?>
		<?cs call:liste("qui", Membres, "Personne encore") ?>
	<?cs /if ?>
	<p class="row">
		<button class="btn"><?cs if:?Change ?>Enregistrer<?cs else ?>Ajouter l’action<?cs /if ?></button>
		<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/actions">Revenir sans changer</a>
	</p>
</form>
