<?cs set:Form.titre.label = "Nom" ?>
<?cs set:Form.titre.aide = "Sans genre : « Référence logement », « Coordination »." ?>
<?cs set:Form.ordre.label = "Rang" ?>
<?cs set:Form.ordre.aide = "Les rôles se suivent du plus petit au plus grand." ?>
<?cs set:Form.coordination.label = "Donne les droits de la coordination" ?>
<?cs set:Form.coordination.aide = "Gérer le groupe, ses membres et les groupes qu’il contient. Ce choix ne
	change plus ensuite." ?>
<?cs set:Form.retire.label = "Ne plus le proposer" ?>
<?cs set:Form.retire.aide = "Qui l’a le garde." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/groupes">Types de groupes et rôles</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<?cs if:role.personnes > #0 ?>
			<p>
				<?cs var:nb(role.personnes) ?> personne<?cs if:role.personnes > #1 ?>s ont
				<?cs else ?> a
				<?cs /if ?> ce rôle.
				<?cs if:role.coordination ?> Il donne les droits de la coordination.<?cs /if ?>
			</p>
		<?cs /if ?>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
	<?cs call:csrf() ?>
	<?cs call:champ("text", "titre", "") ?>
	<?cs call:champ("number", "ordre", "") ?>
	<?cs if:!?role.cle ?>
		<?cs if:Droits.complet || ?Form.coordination.error ?><?cs call:case("coordination") ?><?cs /if ?>
	<?cs elif:!role.fixe ?>
		<?cs call:case("retire") ?>
	<?cs /if ?>
	<div class="row">
		<button class="btn">Enregistrer</button>
		<a class="btn b3" href="/admin/groupes">Annuler</a>
	</div>
</form>
