<?cs # The top of every page of a person: who she is, her groups, the main actions, the tabs (Onglet) ?>
<?cs def:onglet(cle, titre, n) ?>
	<a href="/contacts/<?cs var:contact.id ?><?cs if:cle != "" ?>/<?cs var:cle ?><?cs /if ?>"
			<?cs if:Onglet == cle ?> aria-current="page"<?cs /if ?>>
		<?cs var:titre ?><?cs if:n > #0 ?> <span class="m"><?cs var:n ?></span><?cs /if ?>
	</a>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
		<?cs if:subcount(groupes) ?>
			<li><a href="/groupes/<?cs var:groupes.0.id ?>"><?cs var:groupes.0.titre ?></a></li>
		<?cs /if ?>
	</ol>
</nav>
<div class="head">
	<div class="row nw g5">
		<span class="av xl h<?cs var:contact.teinte ?>" aria-hidden="true">
			<?cs var:contact.initiales ?>
		</span>
		<div class="stack g1">
			<h1><?cs var:contact.prenom ?> <?cs var:contact.nom ?></h1>
			<p>
				<?cs var:contact.type ?>
				<?cs if:contact.statut ?>
					<?cs if:contact.type ?>, <?cs /if ?><?cs var:contact.statut ?>
					<?cs if:?contact.depuis ?> depuis <?cs var:contact.depuis ?><?cs /if ?>
				<?cs /if ?>
				<?cs if:contact.ville ?>
					<?cs if:contact.type || contact.statut ?>, <?cs /if ?><?cs var:contact.ville ?>
				<?cs /if ?>
			</p>
			<?cs if:subcount(groupes) ?>
				<p class="row">
					<?cs each:g = groupes ?>
						<a class="tag h<?cs var:g.teinte ?>" href="/groupes/<?cs var:g.id ?>">
							<?cs var:g.titre ?>
						</a>
					<?cs /each ?>
				</p>
			<?cs /if ?>
			<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
			<?cs if:?contact.vu_par ?>
				<p class="s m">
					<?cs call:ic("eye") ?> Visible par : <?cs var:contact.vu_par ?>
					<?cs if:contact.vu_par_autres > #0 ?> <a href="/acces/<?cs var:contact.id ?>">
						et <?cs var:contact.vu_par_autres ?>
						<?cs if:contact.vu_par_autres > #1 ?> autres cercles
						<?cs else ?> autre cercle
						<?cs /if ?>
					</a><?cs /if ?>
				</p>
			<?cs /if ?>
		</div>
	</div>
	<?cs if:Onglet == "" && (contact.modifiable || Etiquette.choisir || contact.ecrire) ?>
		<div class="row">
			<?cs if:contact.ecrire ?>
				<a class="btn" href="<?cs var:url_validate(contact.ecrire) ?>">
					<?cs call:ic("msg") ?> Écrire
				</a>
			<?cs /if ?>
			<?cs if:contact.modifiable ?>
				<a class="btn b2" href="/contacts/<?cs var:contact.id ?>/modifier">
					<?cs call:ic("pen") ?> Modifier
				</a>
			<?cs /if ?>
			<?cs if:Etiquette.choisir ?><?cs call:etiqueter(contact.id) ?><?cs /if ?>
		</div>
	<?cs /if ?>
</div>
<nav class="tabs" aria-label="Fiche <?cs var:de(contact.prenom) ?> <?cs var:contact.nom ?>">
	<?cs call:onglet("", "Vue d’ensemble", #0) ?>
	<?cs call:onglet("parcours", "Parcours", #0) ?>
	<?cs if:contact.notable ?><?cs call:onglet("notes", "Notes", contact.notes) ?><?cs /if ?>
	<?cs if:contact.soi ?>
		<?cs call:onglet("qui", "Qui voit quoi", #0) ?>
		<?cs call:onglet("discretion", "Discrétion", #0) ?>
	<?cs /if ?>
</nav>
