<?cs # One line of a small table: the words lead to the list that the number counts ?>
<?cs def:ligne(f) ?>
	<tr class="hit">
		<th scope="row" class="q">
			<?cs if:?f.url ?><a href="<?cs var:url_validate(f.url) ?>"><?cs var:f.libelle ?></a>
			<?cs else ?><?cs var:f.libelle ?>
			<?cs /if ?>
		</th>
		<td class="r"><?cs var:f.texte ?></td>
	</tr>
<?cs /def ?>

<?cs def:petit(id, titre, liste) ?>
	<?cs if:subcount(liste) ?>
		<section aria-labelledby="<?cs var:id ?>">
			<h2 class="ttl" id="<?cs var:id ?>"><?cs var:titre ?></h2>
			<table class="tbl bars" aria-labelledby="<?cs var:id ?>">
				<tbody><?cs each:f = liste ?><?cs call:ligne(f) ?><?cs /each ?></tbody>
			</table>
		</section>
	<?cs /if ?>
<?cs /def ?>

<?cs def:nombre(f) ?>
	<?cs if:?f.url ?>
		<a href="<?cs var:url_validate(f.url) ?>"><b><?cs var:f.texte ?></b> <?cs var:f.libelle ?></a>
	<?cs else ?>
		<b><?cs var:f.texte ?></b> <?cs var:f.libelle ?>
	<?cs /if ?>
<?cs /def ?>

<div class="head">
	<div>
		<h1>Tableau de bord</h1>
		<p><?cs var:perimetre ?>, à jour du <?cs var:moment ?>.</p>
	</div>
	<form class="row" method="get" action="/tableau-de-bord" data-auto>
		<div class="f">
			<label class="vh" for="per">Périmètre</label>
			<select id="per" name="perimetre">
				<?cs each:o = Perimetre.groupe ?>
					<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
						<?cs var:o.libelle ?>
					</option>
				<?cs /each ?>
				<?cs if:subcount(Perimetre.segment) ?>
					<optgroup label="Segments">
						<?cs each:o = Perimetre.segment ?>
							<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
								<?cs var:o.libelle ?>
							</option>
						<?cs /each ?>
					</optgroup>
				<?cs /if ?>
			</select>
		</div>
		<button class="btn b2">Voir</button>
		<details class="drop">
			<summary class="btn b2"><?cs call:ic("get") ?> Exporter</summary>
			<div class="stack g1">
				<a class="btn b3" href="/tableau-de-bord.xlsx<?cs var:Bord.suffixe ?>">Tableur (.xlsx)</a>
				<a class="btn b3" href="/tableau-de-bord.csv<?cs var:Bord.suffixe ?>">Texte (.csv)</a>
				<a class="btn b3" href="/tableau-de-bord.json?emporter=1<?cs var:Bord.suite ?>">
					Données (.json)
				</a>
			</div>
		</details>
	</form>
</div>
<ul class="grid tight stats">
	<li class="panel hit">
		<p class="q"><?cs call:nombre(chiffres.benevoles) ?></p>
		<?cs if:chiffres.neufs.n != chiffres.benevoles.n ?>
			<p class="s m">
				<?cs if:?chiffres.neufs.url ?>
					<a href="<?cs var:url_validate(chiffres.neufs.url) ?>">
						+<?cs var:chiffres.neufs.texte ?>
					</a>
				<?cs else ?>
					+<?cs var:chiffres.neufs.texte ?>
				<?cs /if ?> depuis le <?cs var:chiffres.neufs.depuis ?>
			</p>
		<?cs /if ?>
	</li>
	<li class="panel hit">
		<p class="q"><?cs call:nombre(chiffres.missions) ?></p>
		<p class="s m"><?cs var:chiffres.missions.moyenne ?> par personne</p>
	</li>
	<li class="panel hit">
		<p class="q"><?cs call:nombre(chiffres.comptes) ?></p>
		<meter
			max="<?cs if:chiffres.comptes.sur > #0 ?><?cs var:chiffres.comptes.sur ?><?cs else ?>1<?cs /if ?>"
			value="<?cs var:chiffres.comptes.n ?>"
			aria-label="<?cs var:chiffres.comptes.part ?> % des bénévoles"></meter>
	</li>
	<li class="panel hit">
		<p class="q"><?cs call:nombre(chiffres.prospects) ?></p>
		<p class="s m">
			<?cs var:chiffres.attente.texte ?> sans réponse
			<?cs if:?chiffres.attente.url ?>
				, <a href="<?cs var:url_validate(chiffres.attente.url) ?>">les voir</a>
			<?cs /if ?>
		</p>
	</li>
</ul>
<div class="cols even">
	<div class="stack g6">
		<section aria-labelledby="bt">
			<h2 class="ttl" id="bt">Par type de bénévolat</h2>
			<?cs if:subcount(types) ?>
				<table class="tbl bars">
					<caption class="vh">Bénévoles par type, et arrivées depuis trois mois</caption>
					<thead class="vh">
						<tr>
							<th scope="col">Type</th>
							<th scope="col">Part</th>
							<th scope="col">Bénévoles</th>
							<th scope="col">Arrivées</th>
						</tr>
					</thead>
					<tbody>
						<?cs each:f = types ?>
							<tr class="hit">
								<th scope="row" class="q">
									<?cs if:?f.url ?>
										<a href="<?cs var:url_validate(f.url) ?>"><?cs var:f.libelle ?></a>
									<?cs else ?>
										<?cs var:f.libelle ?>
									<?cs /if ?>
								</th>
								<td>
									<meter max="<?cs var:f.sur ?>" value="<?cs var:f.n ?>"
										aria-label="<?cs var:f.n ?> sur <?cs var:f.sur ?>"></meter>
								</td>
								<td class="r"><b><?cs var:f.texte ?></b></td>
								<td class="r m">
									<?cs if:chiffres.neufs.n == chiffres.benevoles.n ?>
									<?cs elif:f.neufs.n == #0 ?>
										0
									<?cs elif:?f.neufs.url ?>
										<a href="<?cs var:url_validate(f.neufs.url) ?>">
											+<?cs var:f.neufs.texte ?>
										</a>
									<?cs else ?>
										+<?cs var:f.neufs.texte ?>
									<?cs /if ?>
								</td>
							</tr>
						<?cs /each ?>
					</tbody>
				</table>
			<?cs else ?>
				<p class="s m">Personne pour le moment.</p>
			<?cs /if ?>
		</section>
		<?cs if:?Courbe.x ?>
			<section aria-labelledby="nm">
				<div class="ttl">
					<h2 id="nm">Arrivées et départs, par mois</h2>
					<a class="s push" href="/tableau-de-bord/mois<?cs var:Bord.suffixe ?>">Mois par mois</a>
				</div>
				<figure>
					<svg class="chart" viewBox="0 0 390 118" role="img" aria-label="En 24
								mois, <?cs var:Courbe.total_arrivees ?> arrivées
								et <?cs var:Courbe.total_departs ?> départs. Le détail est dans le tableau.">
						<path class="a" d="<?cs var:Courbe.arrivees ?>L376 90L8 90z"/>
						<path class="b" d="<?cs var:Courbe.arrivees ?>"/>
						<path class="b c" d="<?cs var:Courbe.departs ?>"/>
						<path class="c" d="M0 90h390"/>
						<text y="108" x="<?cs var:Courbe.x ?>"><?cs var:Courbe.lettres ?></text>
						<?cs each:v = Courbe.valeurs ?>
							<text x="<?cs var:v.x ?>" y="<?cs var:v.y ?>"><?cs var:v.n ?></text>
						<?cs /each ?>
					</svg>
					<figcaption class="s m">
						En vert <?cs var:Courbe.total_arrivees ?>
						<?cs if:Courbe.total_arrivees == "0" || Courbe.total_arrivees == "1" ?> arrivée
						<?cs else ?> arrivées
						<?cs /if ?>, en gris <?cs var:Courbe.total_departs ?>
						<?cs if:Courbe.total_departs == "0" || Courbe.total_departs == "1" ?> départ
						<?cs else ?> départs
						<?cs /if ?> en 24 mois.
						<?cs if:?depart ?> Les missions d’avant le <?cs var:depart ?>, première lecture de
							HubSpot, sont comptées à la création de la fiche dans HubSpot.
						<?cs /if ?>
					</figcaption>
				</figure>
			</section>
		<?cs /if ?>
	</div>
	<?cs if:subcount(Carte.teintes) ?>
		<section aria-labelledby="ct">
			<div class="ttl">
				<h2 id="ct">Où sont les bénévoles</h2>
				<a class="s push" href="/tableau-de-bord/departements<?cs var:Bord.suffixe ?>">
					Les 101 départements
				</a>
			</div>
			<?cs call:carte_de_france("les bénévoles sont surtout ici") ?>
		</section>
	<?cs /if ?>
</div>
<div class="grid days">
	<?cs call:petit("st", "Par statut", statuts) ?>
	<?cs call:petit("ag", "Par âge", ages) ?>
	<?cs call:petit("an", "Par ancienneté", anciennetes) ?>
	<?cs call:petit("mi", "Missions par personne", repartition) ?>
</div>
<?cs if:subcount(groupes) ?>
	<section class="days" aria-labelledby="tg">
		<h2 id="tg"><?cs if:?groupe ?>Ce qui en dépend<?cs else ?>Groupes locaux<?cs /if ?></h2>
		<div class="scroll">
			<table class="tbl">
				<caption class="vh">Les premiers par le nombre de bénévoles</caption>
				<thead>
					<tr>
						<th scope="col">Groupe</th>
						<th scope="col" class="r">Bénévoles</th>
						<th scope="col" class="r">Prospects</th>
					</tr>
				</thead>
				<tbody>
					<?cs each:g = groupes ?>
						<tr>
							<th scope="row">
								<a class="who" href="<?cs var:url_validate(g.url) ?>">
									<?cs call:sigle(g) ?><?cs var:g.titre ?>
								</a>
							</th>
							<?cs call:cellule(g.benevoles, "r") ?>
							<?cs call:cellule(g.prospects, "r") ?>
						</tr>
					<?cs /each ?>
				</tbody>
			</table>
		</div>
		<a class="btn b3" href="/tableau-de-bord/groupes<?cs if:?groupe ?><?cs var:Bord.suffixe ?><?cs else ?>
					?type=groupe_local<?cs /if ?>">
			<?cs if:Groupes.total > #1 ?>Les <?cs var:nb(Groupes.total) ?> groupes
			<?cs else ?>En tableau
			<?cs /if ?>
		</a>
		<?cs if:Contributions ?>
			<a class="btn b3" href="/heures/contributions">Contributions volontaires</a>
		<?cs /if ?>
	</section>
<?cs /if ?>
<p class="row"><a class="btn b3" href="/tableau-de-bord/moi"><?cs call:ic("user") ?> Ma page</a></p>
