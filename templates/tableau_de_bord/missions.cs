<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/tableau-de-bord<?cs var:Bord.suffixe ?>">Tableau de bord</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Missions</h1>
		<p>
			<?cs var:perimetre ?> : qui tient quelle place dans quel groupe. Une personne peut avoir plusieurs
			missions.
		</p>
	</div>
	<?cs set:Export.q = "" ?>
	<?cs if:?groupe ?><?cs set:Export.q = "groupe=" + groupe ?>
	<?cs elif:?segment ?><?cs set:Export.q = "segment=" + segment ?>
	<?cs /if ?>
	<?cs call:exporter("/tableau-de-bord/missions", Export.q) ?>
</div>
<?cs if:subcount(items) ?>
	<div class="scroll">
		<table class="tbl">
			<caption class="vh">Missions des bénévoles</caption>
			<thead>
				<tr>
					<th scope="col">Personne</th>
					<th scope="col">Groupe</th>
					<th scope="col" class="opt">Depuis</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:p = items ?>
					<tr>
						<th scope="row"><?cs call:qui(p, "") ?></th>
						<td><?cs var:p.groupe ?></td>
						<td class="opt"><?cs var:p.jour ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</div>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("groups", "Aucune mission", "Personne n’a de mission ici pour le moment.") ?>
	</div>
<?cs /if ?>
