<?cs # The top of every page of a group: what it is, its main action (Groupe.action), its tabs (Onglet) ?>
<?cs def:onglet(cle, suite, titre, n) ?>
	<a href="/groupes/<?cs var:groupe.id ?><?cs var:suite ?>"
			<?cs if:Onglet == cle ?> aria-current="page"<?cs /if ?>>
		<?cs var:titre ?><?cs if:n > #0 ?> <span class="m"><?cs var:n ?></span><?cs /if ?>
	</a>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
		<?cs each:a = Ancetres ?>
			<?cs if:name(a) > #0 ?>
				<li><a href="/groupes/<?cs var:a.id ?>"><?cs var:a.titre ?></a></li>
			<?cs /if ?>
		<?cs /each ?>
	</ol>
</nav>
<div class="hero">
	<svg class="ruche" aria-hidden="true"><use href="<?cs var:url_validate(Asset.icons) ?>#ruche"/></svg>
	<div class="head">
		<div class="stack g2">
			<p class="row">
				<span class="tag o"><?cs var:groupe.type ?></span>
				<?cs if:groupe.etat == "archive" ?>
					<span class="tag warn"><?cs call:ic("archive") ?> Archivé</span>
				<?cs elif:groupe.actif == "0" ?>
					<span class="tag warn">Inactif</span>
				<?cs /if ?>
				<?cs if:groupe.type_cle != "ensemble" ?><?cs call:ouverture(groupe.ouverture) ?><?cs /if ?>
				<?cs if:groupe.mien && User.level < #2 ?>
					<span class="tag o"><?cs call:ic("clock") ?> Votre demande est transmise</span>
				<?cs elif:groupe.mien ?>
					<span class="tag o"><?cs call:ic("check") ?> Vous en faites partie</span>
				<?cs /if ?>
			</p>
			<h1><?cs var:groupe.titre ?></h1>
			<?cs if:?groupe.resume && groupe.resume != "" && Onglet != "a-propos" ?>
				<p><?cs var:groupe.resume ?></p>
			<?cs elif:?groupe.ville && groupe.ville != "" ?>
				<p><?cs var:groupe.ville ?></p>
			<?cs /if ?>
		</div>
		<?cs if:(?groupe.annuaire && Onglet != "membres") || ?Droits.rejoint || ?Soin.ecrire
				|| (Onglet == "fil" && Droit > #1) ?>
			<div class="row">
				<?cs if:Onglet == "fil" && Droit > #1 ?>
					<a class="btn" href="/groupes/<?cs var:groupe.id ?>/publications/nouvelle">
						<?cs call:ic("pen") ?> Publier
					</a>
				<?cs /if ?>
				<?cs if:?Soin.ecrire ?>
					<a class="btn b2" href="/messages/groupe?groupe=<?cs var:groupe.id ?>">
						<?cs call:ic("msg") ?> Écrire au groupe
					</a>
				<?cs /if ?>
				<?cs if:Droits.rejoint == "rejoindre" ?>
					<a class="btn" href="/groupes/<?cs var:groupe.id ?>/rejoindre">
						<?cs call:ic("plus") ?> Rejoindre
					</a>
				<?cs elif:Droits.rejoint == "demander" ?>
					<a class="btn" href="/groupes/<?cs var:groupe.id ?>/rejoindre">
						<?cs call:ic("plus") ?> Demander à rejoindre
					</a>
				<?cs elif:Droits.rejoint == "attente" ?>
					<span class="tag o"><?cs call:ic("clock") ?> Demande envoyée</span>
				<?cs /if ?>
				<?cs if:?groupe.annuaire && Onglet != "membres" ?>
					<a class="btn b2" href="<?cs var:url_validate(groupe.annuaire) ?>">
						<?cs call:ic("search") ?> Chercher parmi les membres
					</a>
				<?cs /if ?>
			</div>
		<?cs /if ?>
	</div>
</div>
<nav class="tabs" aria-label="<?cs var:groupe.titre ?>">
	<?cs call:onglet("fil", "", "Fil", #0) ?>
	<?cs if:groupe.type_cle != "ensemble" ?>
		<?cs call:onglet("membres", "/membres", "Membres", groupe.membres) ?>
	<?cs /if ?>
	<?cs call:onglet("actions", "/actions", "Actions", groupe.actions) ?>
	<?cs call:onglet("a-propos", "/a-propos", "À propos", #0) ?>
</nav>
