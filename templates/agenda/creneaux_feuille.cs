<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>/postes?j=<?cs var:Jour ?>">Postes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:evenement.titre ?></h1>
		<p>Créneaux, <?cs var:JourNom ?>. Imprimez cette page : le menu n’y sera pas.</p>
	</div>
</div>
<?cs if:subcount(Creneaux) ?>
	<div class="scroll" tabindex="0" role="group" aria-label="Créneaux, par poste et par heure">
		<table class="tbl fit">
			<caption class="vh">Créneaux, par poste et par heure</caption>
			<thead>
				<tr>
					<th scope="col">Nom, prénom</th>
					<th scope="col">Est là</th>
					<th scope="col">Signature</th>
				</tr>
			</thead>
			<?cs each:c = Creneaux ?>
				<tbody>
					<tr>
						<th scope="rowgroup" colspan="3">
							<?cs var:c.titre ?>, <?cs var:c.heures ?>
							<span class="m s">
								<?cs if:c.lieu ?><?cs var:c.lieu ?>, <?cs /if ?>
								<?cs var:c.pris ?> sur <?cs var:c.maximum ?>
								<?cs if:c.manque > #0 ?>, il en manque <?cs var:c.manque ?><?cs /if ?>
							</span>
						</th>
					</tr>
					<?cs each:g = c.gens ?>
						<tr>
							<?cs if:?g.libre ?>
								<th scope="row"><span class="vh">Place libre <?cs var:g.libre ?></span></th>
							<?cs else ?>
								<th scope="row"><?cs var:g.nom ?> <?cs var:g.prenom ?></th>
							<?cs /if ?>
							<td><?cs if:g.present ?>oui<?cs else ?>□<?cs /if ?></td>
							<td></td>
						</tr>
					<?cs /each ?>
				</tbody>
			<?cs /each ?>
		</table>
	</div>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("clock", "Pas de créneaux ce jour-là", "Choisissez un autre jour dans les postes.") ?>
	</div>
<?cs /if ?>
