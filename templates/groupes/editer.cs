<?cs set:Form.titre.label = "Nom" ?>
<?cs set:Form.type.label = "Type" ?>
<?cs set:Form.parent.label = "Dans le groupe" ?>
<?cs set:Form.parent.aide = "Sa coordination gérera aussi ce nouveau groupe." ?>
<?cs set:Form.ouverture.label = "Qui entre ?" ?>
<?cs set:Form.description.label = "À quoi il sert" ?>
<?cs set:Form.description.facultatif = "1" ?>
<?cs set:Form.ville.label = "Ville" ?>
<?cs set:Form.ville.facultatif = "1" ?>
<?cs set:Form.departement.label = "Département" ?>
<?cs set:Form.departement.facultatif = "1" ?>
<?cs set:Form.departement.aide = "Son numéro : 69, 2A, 974." ?>
<?cs set:Form.cree_le.label = "Créé le" ?>
<?cs set:Form.cree_le.facultatif = "1" ?>
<?cs set:Form.ferme_le.label = "Fermé le" ?>
<?cs set:Form.ferme_le.facultatif = "1" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
		<?cs if:?groupe.id ?>
			<li><a href="/groupes/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
		<?cs /if ?>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<?cs if:!?groupe.id ?>
			<p>
				Vous en serez la coordination : vous gérerez le groupe, pas les fiches de ses membres, et vous
				pourrez y inviter d’autres personnes.
			</p>
		<?cs /if ?>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
	<?cs call:csrf() ?>
	<?cs if:groupe.crm ?>
		<?cs set:Form.titre.aide = "Ce nom vient de HubSpot : demandez au Siège de le changer, plus bas." ?>
	<?cs /if ?>
	<?cs call:champ("text", "titre", "") ?>
	<?cs call:liste("type", Types, "") ?>
	<?cs if:subcount(Parents) || ?Form.parent.cherche ?>
		<?cs call:liste("parent", Parents, "Aucun : il est de son type") ?>
	<?cs /if ?>
	<?cs set:Form.ouverture.long = "1" ?>
	<?cs call:choix("radio", "ouverture", Ouvertures) ?>
	<?cs call:editeur("description", "4") ?>
	<div class="grid">
		<?cs call:champ("text", "ville", "") ?>
		<?cs call:champ("text", "departement", "") ?>
	</div>
	<?cs if:?groupe.id ?>
		<div class="grid">
			<?cs call:champ("date", "cree_le", "") ?>
			<?cs call:champ("date", "ferme_le", "") ?>
		</div>
		<fieldset id="f-actif">
			<legend>État</legend>
			<div class="grid tight">
				<label class="ck">
					<input type="radio" name="actif" value="1"
						<?cs if:Form.actif.value != "0" ?> checked<?cs /if ?>> Actif
				</label>
				<label class="ck">
					<input type="radio" name="actif" value="0"
						<?cs if:Form.actif.value == "0" ?> checked<?cs /if ?>> Inactif
				</label>
			</div>
		</fieldset>
	<?cs /if ?>
	<div class="row">
		<button class="btn"><?cs if:?groupe.id ?>Enregistrer<?cs else ?>Créer le groupe<?cs /if ?></button>
		<a class="btn b3" href="/groupes<?cs if:?groupe.id ?>/<?cs var:groupe.id ?>/a-propos<?cs /if ?>">
			Annuler
		</a>
	</div>
</form>
<?cs if:groupe.crm && User.level < #3 ?>
	<details class="panel read mt">
		<summary>Demander un autre nom</summary>
		<?cs set:Demande.titre = "Changer le nom d’un groupe" ?>
		<?cs set:Demande.texte = "Bonjour, « " + groupe.titre + " » (" + Site.url + "/groupes/" + groupe.id
			+ ") devrait s’appeler : " ?>
		<?cs call:demander_mot(Demande.titre, Demande.texte, "Demander ce nom au Siège", "n") ?>
	</details>
<?cs /if ?>
