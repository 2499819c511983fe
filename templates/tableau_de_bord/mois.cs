<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/tableau-de-bord<?cs var:Bord.suffixe ?>">Tableau de bord</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Arrivées et départs</h1>
		<p>
			<?cs var:perimetre ?>, sur 24 mois. On arrive avec sa première mission, on part quand la dernière
			prend fin.
			<?cs if:?depart ?> Les missions d’avant le <?cs var:depart ?>, première lecture de HubSpot, sont
				comptées à la création de la fiche dans HubSpot.
			<?cs /if ?>
		</p>
	</div>
</div>
<table class="tbl bars">
	<caption class="vh">Arrivées et départs par mois, du plus récent au plus ancien</caption>
	<thead>
		<tr>
			<th scope="col">Mois</th>
			<th scope="col" class="r">Arrivées</th>
			<th scope="col" class="r">Départs</th>
		</tr>
	</thead>
	<tbody>
		<?cs each:m = items ?>
			<tr>
				<th scope="row"><?cs var:m.libelle ?></th>
				<?cs call:cellule(m.arrivees, "r") ?>
				<?cs call:cellule(m.departs, "r") ?>
			</tr>
		<?cs /each ?>
	</tbody>
</table>
