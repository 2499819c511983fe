<?cs # What takes place next: rows of rendezvous.c ?>
<?cs def:prochains(liste) ?>
	<ul class="rows">
		<?cs each:e = liste ?>
			<li class="hit row nw g3">
				<span class="date" aria-hidden="true">
					<small><?cs var:e.mois_court ?></small><?cs var:e.numero ?>
				</span>
				<div class="grow">
					<h3>
						<a href="/agenda/<?cs var:e.id ?><?cs if:e.serie ?>
									?date=<?cs var:e.jour ?><?cs /if ?>">
							<?cs var:e.titre ?>
						</a>
					</h3>
					<p class="s m">
						<?cs var:e.quand ?><?cs if:e.lieu ?>, <?cs var:e.lieu ?>
						<?cs elif:e.lien ?>, en ligne
						<?cs /if ?>
					</p>
					<?cs if:e.mon_etat == "inscrit" ?>
						<span class="tag ok">Vous participez</span>
					<?cs elif:e.mon_etat == "attente" ?>
						<span class="tag">En attente d’une place</span>
					<?cs elif:e.mon_etat == "demande" ?>
						<span class="tag">Demande envoyée</span>
					<?cs elif:e.places && e.pris >= e.places ?>
						<span class="tag">Complet</span>
					<?cs /if ?>
				</div>
			</li>
		<?cs /each ?>
	</ul>
<?cs /def ?>
