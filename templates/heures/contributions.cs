<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/tableau-de-bord">Tableau de bord</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Contributions volontaires</h1>
		<p>
			Ce que les bénévoles donnent, chiffré pour le rapport
			annuel. Exercice <?cs var:an ?>, au <?cs var:aujourdhui ?>.
		</p>
	</div>
	<?cs set:Export.q = "exercice=" + an ?>
	<?cs call:exporter("/heures/contributions", Export.q) ?>
</div>
<?cs call:erreurs() ?>
<nav class="seg" aria-label="Exercice">
	<?cs each:y = Annees ?>
		<a href="/heures/contributions?exercice=<?cs var:y.valeur ?>"
				<?cs if:y.ici ?> aria-current="true"<?cs /if ?>>
			<?cs var:y.valeur ?>
		</a>
	<?cs /each ?>
</nav>
<ul class="grid tight stats mt">
	<li class="panel">
		<p><b><?cs var:total.heures ?> h</b> validées</p>
		<?cs if:evolution ?><p class="s m"><?cs var:evolution ?> sur un an, à la même date</p><?cs /if ?>
	</li>
	<li class="panel">
		<p><b><?cs var:total.valeur ?> €</b> de contributions</p>
		<p class="s m">comptes 864 et 875</p>
	</li>
	<li class="panel">
		<p><b><?cs var:total.temps_pleins ?></b> temps plein<?cs call:s(total.temps_pleins) ?></p>
		<p class="s m">sur 1 607 h par an</p>
	</li>
</ul>
<section aria-labelledby="tb" class="days">
	<h2 id="tb">Par mission</h2>
	<?cs if:subcount(items) ?>
		<div class="scroll" tabindex="0" role="group" aria-label="Heures et valeur par type de mission">
			<table class="tbl">
				<caption class="vh">Heures et valeur par type de mission</caption>
				<thead>
					<tr>
						<th scope="col">Mission</th>
						<th scope="col" class="opt">Nature</th>
						<th scope="col" class="r">Heures</th>
						<th scope="col" class="r opt">Taux</th>
						<th scope="col" class="r">Valeur</th>
					</tr>
				</thead>
				<tbody>
					<?cs each:t = items ?>
						<tr>
							<th scope="row"><?cs var:t.titre ?></th>
							<td class="opt m"><?cs var:t.nature ?></td>
							<td class="r"><?cs var:t.heures ?></td>
							<td class="r opt m"><?cs var:t.taux ?> €</td>
							<td class="r"><b><?cs var:t.valeur ?> €</b></td>
						</tr>
					<?cs /each ?>
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">Total</th>
						<td class="opt"></td>
						<td class="r"><b><?cs var:total.heures ?></b></td>
						<td class="r opt"></td>
						<td class="r"><b><?cs var:total.valeur ?> €</b></td>
					</tr>
				</tfoot>
			</table>
		</div>
	<?cs else ?>
		<p class="m">Aucune heure validée dans cet exercice.</p>
	<?cs /if ?>
</section>
<?cs if:subcount(Personnes) ?>
	<section aria-labelledby="pe" class="days">
		<div class="row">
			<h2 id="pe">Par personne</h2>
			<a class="btn b3"
					href="/heures/contributions.csv?exercice=<?cs var:an ?>&amp;par=personne">
				<?cs call:ic("get") ?> CSV<span class="vh"> par personne</span>
			</a>
		</div>
		<div class="scroll" tabindex="0" role="group" aria-label="Heures et valeur par personne">
			<table class="tbl">
				<caption class="vh">Heures et valeur par personne</caption>
				<thead>
					<tr>
						<th scope="col">Nom</th>
						<th scope="col" class="r">Heures</th>
						<th scope="col" class="r">Valeur</th>
					</tr>
				</thead>
				<tbody>
					<?cs each:p = Personnes ?>
						<tr>
							<th scope="row">
								<?cs if:p.id > #0 ?>
									<a href="/contacts/<?cs var:p.id ?>"><?cs var:p.nom ?></a>
								<?cs else ?><?cs var:p.nom ?>
								<?cs /if ?>
							</th>
							<td class="r"><?cs var:p.heures ?></td>
							<td class="r"><b><?cs var:p.valeur ?> €</b></td>
						</tr>
					<?cs /each ?>
				</tbody>
			</table>
		</div>
		<?cs call:pager(Pager) ?>
	</section>
<?cs /if ?>
<div class="cols even days">
	<section class="panel" aria-labelledby="so">
		<h2 id="so">D’où viennent ces heures</h2>
		<?cs if:subcount(sources) ?>
			<table class="tbl bars">
				<caption class="vh">Origine des heures</caption>
				<thead class="vh">
					<tr>
						<th scope="col">Origine</th>
						<th scope="col">Part</th>
						<th scope="col">Pour cent</th>
					</tr>
				</thead>
				<tbody>
					<?cs each:s = sources ?>
						<tr>
							<th scope="row">
								<?cs if:s.source == "creneau" ?>Créneaux tenus
								<?cs elif:s.source == "pointage" ?>Pointages
								<?cs else ?>Déclarations
								<?cs /if ?>
							</th>
							<td>
								<meter max="100" value="<?cs var:s.part ?>"
									aria-label="<?cs var:s.part ?> %"></meter>
							</td>
							<td class="r"><?cs var:s.part ?> %</td>
						</tr>
					<?cs /each ?>
				</tbody>
			</table>
		<?cs /if ?>
		<p class="s m mt"><?cs var:attente ?> attendent encore une validation et ne comptent pas.</p>
	</section>
	<section class="panel" aria-labelledby="tx">
		<h2 id="tx">Les taux</h2>
		<?cs if:User.level >= #4 ?>
			<form class="stack g3" method="post" action="/heures/contributions">
				<?cs call:csrf() ?>
				<?cs set:Form.terrain.label = "Terrain" ?>
				<?cs call:champ("text", "terrain", "") ?>
				<?cs set:Form.encadrement.label = "Encadrement" ?>
				<?cs call:champ("text", "encadrement", "") ?>
				<?cs set:Form.gouvernance.label = "Gouvernance" ?>
				<?cs call:champ("text", "gouvernance", "") ?>
				<p class="hint">
					Euros par heure. Changer un taux recalcule les exercices et s’écrit au journal.
				</p>
				<button class="btn b2">Enregistrer les taux</button>
			</form>
		<?cs else ?>
			<ul class="s">
				<li>Terrain : <?cs var:Form.terrain.value ?> € par heure</li>
				<li>Encadrement : <?cs var:Form.encadrement.value ?> € par heure</li>
				<li>Gouvernance : <?cs var:Form.gouvernance.value ?> € par heure</li>
			</ul>
		<?cs /if ?>
	</section>
</div>
