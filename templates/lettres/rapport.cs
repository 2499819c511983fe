<?cs def:chiffre(mots, n) ?>
	<li><b><?cs var:n ?></b> <span class="s m"><?cs var:mots ?></span></li>
<?cs /def ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
		<li><a href="/lettres/<?cs var:lettre.id ?>"><?cs var:lettre.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Rapport</h1>
		<p>
			<?cs var:lettre.titre ?>. Personne ne sait qui a ouvert la lettre ni suivi un lien : voici ce qui
			est parti, et ce qui en est venu.
		</p>
	</div>
</div>
<div class="stack g6">
	<section class="stack g3" aria-labelledby="parti">
		<h2 id="parti">Ce qui est parti</h2>
		<ul class="grid tight stats">
			<?cs call:chiffre("Destinataires", Chiffres.total) ?>
			<?cs call:chiffre("Envoyées", Chiffres.envoyes) ?>
			<?cs call:chiffre("Refusées", Chiffres.refuses) ?>
			<?cs call:chiffre("Revenues", Chiffres.rebonds) ?>
			<?cs call:chiffre("Plaintes", Chiffres.plaintes) ?>
			<?cs call:chiffre("Désinscriptions", Chiffres.desinscrits) ?>
			<?cs call:chiffre("Annulées", Chiffres.annules) ?>
		</ul>
		<p class="m">
			Une lettre pèse <?cs var:Rapport.ko ?> Ko ; toutes ensemble, <?cs var:Rapport.mo ?> Mo.
		</p>
	</section>
	<section class="stack g3" aria-labelledby="venu">
		<h2 id="venu">Ce qui en est venu, en deux semaines</h2>
		<ul class="grid tight stats">
			<?cs call:chiffre("Réponses à la lettre", Cartes.reponses) ?>
			<?cs if:Cartes.evenements > #0 ?>
				<?cs call:chiffre("Inscriptions à ses événements", Rapport.inscriptions) ?>
			<?cs /if ?>
			<?cs if:Cartes.sondages > #0 ?>
				<?cs call:chiffre("Réponses à ses sondages", Rapport.sondages) ?>
			<?cs /if ?>
			<?cs if:Cartes.groupes > #0 ?>
				<?cs call:chiffre("Nouveaux membres de ses groupes", Rapport.membres) ?>
			<?cs /if ?>
		</ul>
		<p class="m">De qui a reçu la lettre, en tout : personne n’est nommé.</p>
	</section>
	<?cs if:subcount(Rapport.liens) ?>
		<section class="stack g3" aria-labelledby="clics">
			<h2 id="clics">Clics sur ses liens</h2>
			<p class="m">En tout, par qui que ce soit, filtres de sécurité des messageries compris.</p>
			<div class="scroll" tabindex="0" role="group" aria-labelledby="clics">
				<table class="tbl">
					<caption class="vh">Clics par lien</caption>
					<thead>
						<tr>
							<th scope="col">Lien</th>
							<th scope="col" class="r">Clics</th>
						</tr>
					</thead>
					<tbody>
						<?cs each:l = Rapport.liens ?>
							<tr>
								<th scope="row"><?cs var:l.url ?></th>
								<td class="r"><?cs var:l.clics ?></td>
							</tr>
						<?cs /each ?>
					</tbody>
				</table>
			</div>
		</section>
	<?cs /if ?>
	<?cs if:subcount(Rapport.heures) ?>
		<section class="stack g3" aria-labelledby="heures">
			<h2 id="heures">Au fil des heures</h2>
			<div class="scroll" tabindex="0" role="group" aria-labelledby="heures">
				<table class="tbl">
					<caption class="vh">Envois par heure</caption>
					<thead>
						<tr>
							<th scope="col">Heure</th>
							<th scope="col" class="r">Envoyées</th>
							<th scope="col" class="r">En tout</th>
						</tr>
					</thead>
					<tbody>
						<?cs each:h = Rapport.heures ?>
							<tr>
								<th scope="row"><?cs var:h.heure ?></th>
								<td class="r"><?cs var:h.envoyes ?></td>
								<td class="r"><?cs var:h.cumul ?></td>
							</tr>
						<?cs /each ?>
					</tbody>
				</table>
			</div>
		</section>
	<?cs /if ?>
	<?cs if:subcount(Rapport.raisons) ?>
		<section class="stack g3" aria-labelledby="echecs">
			<div class="row">
				<h2 id="echecs">Adresses en échec</h2>
				<?cs call:exporter("/lettres/" + lettre.id + "/rapport", "") ?>
			</div>
			<ul class="row">
				<?cs each:x = Rapport.raisons ?>
					<li class="tag">
						<b><?cs var:x.total ?></b> <?cs if:x.etat == "rebond" ?>revenues<?cs
						else ?>refusées<?cs /if ?>, code <?cs var:x.code ?>
					</li>
				<?cs /each ?>
			</ul>
			<?cs if:subcount(items) ?>
				<div class="scroll" tabindex="0" role="group" aria-labelledby="echecs">
					<table class="tbl">
						<caption class="vh">Adresses en échec</caption>
						<thead>
							<tr>
								<th scope="col">Personne</th>
								<th scope="col">État</th>
								<th scope="col" class="opt">Réponse du serveur</th>
							</tr>
						</thead>
						<tbody>
							<?cs each:p = items ?>
								<tr>
									<th scope="row">
										<a href="/contacts/<?cs var:p.id ?>">
											<?cs var:p.prenom ?> <?cs var:p.nom ?>
										</a><br>
										<small class="m"><?cs var:p.adresse ?></small>
									</th>
									<td><?cs var:p.etat ?></td>
									<td class="opt"><?cs var:p.erreur ?></td>
								</tr>
							<?cs /each ?>
						</tbody>
					</table>
				</div>
				<?cs call:suite(Pager) ?>
			<?cs /if ?>
		</section>
	<?cs /if ?>
</div>
