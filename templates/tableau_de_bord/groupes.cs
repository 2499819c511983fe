<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/tableau-de-bord">Tableau de bord</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Groupes en chiffres</h1>
		<p>Chaque groupe avec ceux qui en dépendent.</p>
	</div>
	<?cs call:exporter("/tableau-de-bord/groupes", "") ?>
</div>
<?cs if:subcount(Filtre.types) ?>
	<nav class="seg" aria-label="Type de groupe">
		<?cs each:t = Filtre.types ?>
			<a href="<?cs var:url_validate(t.url) ?>"<?cs if:t.ici ?> aria-current="true"<?cs /if ?>>
				<?cs var:t.libelle ?>
			</a>
		<?cs /each ?>
	</nav>
<?cs /if ?>
<?cs if:subcount(items) ?>
	<div class="scroll mt">
		<table class="tbl">
			<caption class="vh">Groupes, les plus nombreux d’abord</caption>
			<thead>
				<tr>
					<th scope="col">Groupe</th>
					<th scope="col" class="r">Bénévoles</th>
					<th scope="col" class="r">Prospects</th>
					<th scope="col" class="opt r">Missions</th>
					<th scope="col" class="opt r">Événements en 12 mois</th>
					<th scope="col" class="opt r">Heures</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:g = items ?>
					<tr>
						<th scope="row">
							<a class="who" href="<?cs var:url_validate(g.url) ?>">
								<?cs call:sigle(g) ?><?cs var:g.titre ?>
							</a>
						</th>
						<?cs call:cellule(g.benevoles, "r") ?>
						<?cs call:cellule(g.prospects, "r") ?>
						<?cs call:cellule(g.missions, "opt r") ?>
						<?cs call:cellule(g.evenements, "opt r") ?>
						<td class="opt r"><?cs var:g.heures ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</div>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("groups", "Aucun groupe à montrer",
			"Il n’y en a pas de ce type, ou aucun ne dépend de celui-ci.") ?>
	</div>
<?cs /if ?>
