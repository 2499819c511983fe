<?cs set:Form.titre.label = "Nom" ?>
<?cs set:Form.titre.aide = "Au singulier : « Groupe local »." ?>
<?cs set:Form.pluriel.label = "Au pluriel" ?>
<?cs set:Form.teinte.label = "Couleur" ?>
<?cs set:Form.ordre.label = "Rang" ?>
<?cs set:Form.ordre.aide = "Les types se suivent du plus petit au plus grand." ?>
<?cs set:Form.prospects.label = "Les sympathisant-e-s savent que ces groupes existent" ?>
<?cs set:Form.confirme.label = "Je confirme" ?>
<?cs set:Form.coordonnees.label = "Leurs membres lisent les coordonnées les uns des autres" ?>
<?cs set:Form.coordonnees.aide = "Chacun-e peut dire non. Jamais pour un type ouvert : là, chacun-e choisit de
	les montrer." ?>
<?cs set:Form.libre.label = "Les bénévoles peuvent en créer" ?>
<?cs set:Form.encadre.label = "Leur coordination suit les personnes" ?>
<?cs set:Form.encadre.aide = "Confiée par HubSpot ou confirmée par le Siège, elle a sur les membres les droits
	de « Coordination confirmée » : coordonnées, fiches, notes. Sinon elle ne gère que le groupe." ?>
<?cs set:Form.retire.label = "Ne plus en proposer" ?>
<?cs set:Form.retire.aide = "Les groupes qui existent restent." ?>
<?cs set:Form.roles.label = "Rôles proposés, en plus de membre et de coordination" ?>

<?cs def:naissance(valeur, libelle) ?>
	<label class="ck">
		<input type="radio" name="ouverture" value="<?cs var:valeur ?>"
			<?cs if:Form.ouverture.value == valeur ?> checked<?cs /if ?>> <?cs var:libelle ?>
	</label>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/groupes">Types de groupes et rôles</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<?cs if:type.groupes > #0 ?>
			<p>
				<?cs var:nb(type.groupes) ?> groupe<?cs if:type.groupes > #1 ?>s sont
				<?cs else ?> est
				<?cs /if ?> de ce type.
			</p>
		<?cs /if ?>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
	<?cs call:csrf() ?>
	<div class="grid">
		<?cs call:champ("text", "titre", "") ?>
		<?cs call:champ("text", "pluriel", "") ?>
	</div>
	<div class="grid">
		<?cs call:liste("teinte", Teintes, "") ?>
		<?cs call:champ("number", "ordre", "") ?>
	</div>
	<fieldset id="f-ouverture">
		<legend>À sa naissance, un groupe de ce type est</legend>
		<div class="grid tight">
			<?cs call:naissance("ouvert", "Ouvert") ?>
			<?cs call:naissance("ferme", "Fermé") ?>
			<?cs call:naissance("cache", "Caché") ?>
		</div>
	</fieldset>
	<?cs call:choix("checkbox", "roles", Roles) ?>
	<?cs if:Droits.complet ?>
		<?cs call:case("encadre") ?>
		<?cs call:case("coordonnees") ?>
	<?cs /if ?>
	<?cs call:case("libre") ?>
	<?cs call:case("prospects") ?>
	<?cs if:?type.cle ?><?cs call:case("retire") ?><?cs /if ?>
	<?cs if:?Effet ?><?cs call:case("confirme") ?><?cs /if ?>
	<div class="row">
		<button class="btn">Enregistrer</button>
		<a class="btn b3" href="/admin/groupes">Annuler</a>
	</div>
</form>
