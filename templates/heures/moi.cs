<?cs def:laquelle(h) ?>
	<span class="vh"> : <?cs var:h.quoi ?>, <?cs var:h.jour_mots ?></span>
<?cs /def ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Mes heures</h1>
		<p>
			Le temps que vous donnez, compté pour vous. Vous seul-e, la coordination de chaque mission et
			l’administration le voyez.
		</p>
	</div>
	<a class="btn narrow" href="#dec"><?cs call:ic("plus") ?> Déclarer des heures</a>
</div>
<?cs call:erreurs() ?>
<?cs if:Decide > #0 ?>
	<p class="alert">
		<?cs call:ic("clock") ?>
		<span>
			Lignes à valider : <?cs var:Decide ?>. <a href="/heures/a-valider">Les valider</a>
		</span>
	</p>
<?cs /if ?>
<nav class="seg" aria-label="Année">
	<?cs each:y = annees ?>
		<a href="/heures?an=<?cs var:y.an ?>"<?cs if:y.ici ?> aria-current="true"<?cs /if ?>>
			<?cs var:y.an ?>
		</a>
	<?cs /each ?>
</nav>
<ul class="grid tight stats mt">
	<li class="panel">
		<p><b><?cs var:total.annee ?></b> validées en <?cs var:an ?></p>
	</li>
	<li class="panel">
		<p><b><?cs var:total.attente ?></b> en attente</p>
	</li>
	<li class="panel">
		<p><b><?cs var:total.tout ?></b> en tout</p>
	</li>
</ul>
<div class="cols">
	<aside class="stack g5">
		<form class="panel stack g3" method="post" action="/heures" aria-labelledby="dec">
			<h2 id="dec">Déclarer des heures</h2>
			<?cs if:subcount(Missions) ?>
				<?cs call:csrf() ?>
				<?cs set:Form.quoi.label = "Qu’avez-vous fait ?" ?>
				<?cs set:Form.quoi.aide = "Par exemple : collage d’affiches, appels" ?>
				<?cs call:champ("text", "quoi", "") ?>
				<?cs set:Form.mission.label = "Mission" ?>
				<?cs call:liste("mission", Missions, "") ?>
				<?cs set:Form.jour.label = "Jour" ?>
				<?cs if:!Form.jour.value ?><?cs set:Form.jour.value = Aujourdhui ?><?cs /if ?>
				<?cs call:champ("date", "jour", "") ?>
				<?cs set:Form.duree.label = "Durée" ?>
				<?cs set:Form.duree.aide = "2 h, 1 h 30 ou 45 min" ?>
				<?cs call:champ("text", "duree", "") ?>
				<button class="btn">Déclarer</button>
				<p class="hint">Inutile pour un pointage ou un créneau : ils s’ajoutent seuls.</p>
			<?cs else ?>
				<p class="s">Vos heures vont à un groupe : rejoignez-en un pour en déclarer.</p>
				<a class="btn b2" href="/groupes">Voir les groupes</a>
			<?cs /if ?>
		</form>
		<section class="panel stack g3" aria-labelledby="att">
			<h2 id="att">Attestation</h2>
			<p class="s">Une page pour un employeur, une école ou le compte d’engagement citoyen.</p>
			<?cs if:total.minutes > #0 ?>
				<form method="post" action="/heures/attestation">
					<?cs call:csrf() ?>
					<button class="btn b2" name="an" value="<?cs var:an ?>">
						<?cs call:ic("get") ?> Attestation <?cs var:an ?>, PDF
					</button>
				</form>
				<p class="s m">Chacune porte un numéro : qui la reçoit peut la vérifier sans compte.</p>
			<?cs else ?>
				<p class="s m">Elle sera prête dès que des heures de <?cs var:an ?> seront validées.</p>
			<?cs /if ?>
			<a class="btn b3" href="/heures/engagement-citoyen">Le compte d’engagement citoyen</a>
		</section>
	</aside>
	<div class="stack g6">
		<?cs if:subcount(missions) ?>
			<section aria-labelledby="pm">
				<h2 class="ttl" id="pm">Par mission</h2>
				<table class="tbl bars">
					<caption class="vh">Heures validées par mission en <?cs var:an ?></caption>
					<thead class="vh">
						<tr>
							<th scope="col">Mission</th>
							<th scope="col">Part</th>
							<th scope="col">Heures</th>
						</tr>
					</thead>
					<tbody>
						<?cs each:m = missions ?>
							<tr>
								<th scope="row"><?cs var:m.titre ?></th>
								<td>
									<meter max="<?cs var:m.max ?>" value="<?cs var:m.minutes ?>"
										aria-label="<?cs var:m.duree ?>"></meter>
								</td>
								<td class="r"><b><?cs var:m.duree ?></b></td>
							</tr>
						<?cs /each ?>
					</tbody>
				</table>
			</section>
		<?cs /if ?>
		<section aria-labelledby="dt">
			<div class="ttl">
				<h2 id="dt">Le détail</h2>
				<?cs if:subcount(items) ?>
					<a class="s push" href="/heures.xlsx?an=<?cs var:an ?>">Tableur</a>
				<?cs /if ?>
			</div>
			<?cs if:subcount(items) ?>
				<ul class="rows">
					<?cs each:h = items ?>
						<li class="row nw g3">
							<span class="date" aria-hidden="true">
								<small><?cs var:h.mois_court ?></small><?cs var:h.numero ?>
							</span>
							<div class="grow">
								<h3><?cs var:h.quoi ?></h3>
								<p class="s m">
									<span class="vh"><?cs var:h.jour_mots ?>. </span>
									<?cs if:h.source == "declare" ?>Déclaré par vous
									<?cs elif:h.source == "creneau" ?>
										Créneau tenu, <?cs var:h.de ?> à <?cs var:h.a ?>
									<?cs elif:h.jours > #0 ?>
										Pointage, <?cs var:h.jours ?> jour<?cs call:s(h.jours) ?>
									<?cs else ?>Pointage, <?cs var:h.de ?> à <?cs var:h.a ?>
									<?cs /if ?>
									<?cs if:h.mission ?>, <?cs var:h.mission ?><?cs /if ?>
								</p>
								<?cs if:?h.avant ?>
									<p class="s">
										<?cs var:h.duree ?> au lieu de <?cs var:h.avant ?>,
										corrigé par <?cs var:h.decide_prenom ?> : <?cs var:h.raison ?>
									</p>
								<?cs elif:h.etat == "refusee" ?>
									<p class="s"><?cs var:h.decide_prenom ?> : <?cs var:h.raison ?></p>
								<?cs /if ?>
								<?cs if:h.source == "declare" && h.etat != "validee" ?>
									<form method="post" action="/heures/<?cs var:h.id ?>/retirer">
										<?cs call:csrf() ?>
										<button class="btn b3">
											Retirer<?cs call:laquelle(h) ?>
										</button>
									</form>
								<?cs /if ?>
							</div>
							<p class="r">
								<b><?cs var:h.duree ?></b><br>
								<?cs if:h.etat == "validee" ?>
									<span class="s m"><?cs call:ic("check") ?> validé</span>
								<?cs elif:h.etat == "refusee" ?>
									<span class="tag bad">refusé</span>
								<?cs else ?>
									<span class="tag warn">à valider</span>
								<?cs /if ?>
							</p>
						</li>
					<?cs /each ?>
				</ul>
				<?cs call:pager(Pager) ?>
			<?cs else ?>
				<div class="empty">
					<?cs call:ic("clock") ?>
					<h3>Pas encore d’heures en <?cs var:an ?></h3>
					<p>Un pointage à un événement s’ajoute ici tout seul ; le reste se déclare à côté.</p>
				</div>
			<?cs /if ?>
		</section>
	</div>
</div>
