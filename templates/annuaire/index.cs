<div class="head">
	<div>
		<h1>Annuaire</h1>
		<p>
			<?cs if:?Filtre.pairs ?>
				<?cs if:?Filtre.beaucoup ?>Plus de <?cs /if ?><?cs var:nb(Filtre.total) ?> personnes,
				dont <?cs var:Filtre.pairs ?> dans vos groupes. Vous voyez ce que vos droits permettent.
			<?cs else ?>
				Les personnes que vous pouvez voir.
			<?cs /if ?>
		</p>
	</div>
	<?cs if:?Filtre.garder ?>
		<a class="btn b2" href="/annuaire/segments"><?cs call:ic("filter") ?> Segments</a>
	<?cs /if ?>
	<?cs if:?Filtre.csv ?>
		<details class="drop">
			<summary class="btn b2"><?cs call:ic("get") ?> Exporter</summary>
			<div class="stack g1">
				<a class="btn b3" href="<?cs var:url_validate(Filtre.xlsx) ?>">Tableur (.xlsx)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.csv) ?>">Texte (.csv)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.json) ?>">Données (.json)</a>
				<?cs if:?Filtre.choisir ?><a class="btn b3" href="/imports">Importer un tableau</a><?cs /if ?>
			</div>
		</details>
	<?cs /if ?>
</div>
<form class="stack" method="get" action="/annuaire" role="search" aria-label="Chercher dans l’annuaire"
		data-auto>
	<div class="row">
		<div class="find grow">
			<label class="vh" for="aq">Nom, courriel, téléphone, code postal, ville</label>
			<?cs call:ic("search") ?>
			<input type="search" id="aq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"
				placeholder="Nom, téléphone, ville…">
		</div>
		<?cs if:subcount(Filtre.champs) && !?Filtre.lot ?>
			<button class="btn b2 narrow" type="button" popovertarget="filtres">
				<?cs call:ic("filter") ?> Filtres
				<?cs if:subcount(Filtre.actifs) ?> <span class="count">
					<?cs var:subcount(Filtre.actifs) ?>
				</span><?cs /if ?>
			</button>
		<?cs /if ?>
		<button class="btn">Chercher</button>
	</div>
	<?cs if:subcount(Filtre.champs) && !?Filtre.lot ?>
		<div class="sheet" id="filtres" popover>
			<div class="grid">
				<?cs each:c = Filtre.champs ?>
					<?cs if:!?Filtre.plus || name(c) < #4 ?><?cs call:facette(c) ?><?cs /if ?>
				<?cs /each ?><button class="btn narrow">Voir les résultats</button>
			</div>
			<?cs if:?Filtre.plus ?>
				<p>
					<a class="btn b3" href="<?cs var:url_validate(Filtre.plus) ?>">
						<?cs call:ic("tune") ?> Tous les filtres
					</a>
				</p>
			<?cs /if ?>
		</div>
		<?cs if:?Filtre.plus ?>
			<?cs each:c = Filtre.champs ?>
				<?cs if:name(c) >= #4 ?><?cs call:facette_gardee(c) ?><?cs /if ?>
			<?cs /each ?>
		<?cs /if ?>
	<?cs /if ?>
	<?cs each:c = Filtre.gardes ?>
		<input type="hidden" name="<?cs var:c.cle ?>" value="<?cs var:c.valeur ?>">
	<?cs /each ?>
	<?cs if:subcount(Filtre.actifs) ?>
		<div class="row">
			<p class="vh" id="fa">Filtres actifs</p>
			<ul class="row" aria-labelledby="fa">
				<?cs each:a = Filtre.actifs ?>
					<li>
						<a class="tag chip" href="<?cs var:url_validate(a.url) ?>">
							<?cs if:?a.q ?>« <?cs var:a.q ?> »
							<?cs else ?><?cs var:a.libelle ?>
							<?cs /if ?> <?cs call:ic("x") ?><span class="vh">, retirer</span>
						</a>
					</li>
				<?cs /each ?>
			</ul>
			<a class="btn b3" href="/annuaire">Tout effacer</a>
			<?cs if:?Filtre.segment ?>
				<a class="btn b3" href="/annuaire/segments/<?cs var:Filtre.segment ?>">Voir les conditions</a>
				<?cs if:?Filtre.chiffres ?>
					<a class="btn b3" href="/tableau-de-bord?segment=<?cs var:Filtre.segment ?>">
						En chiffres
					</a>
				<?cs /if ?>
			<?cs elif:?Filtre.garder ?>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.garder) ?>">Garder ce segment</a>
			<?cs /if ?>
		</div>
	<?cs /if ?>
	<?cs if:?Filtre.manque ?><?cs call:alerte("warn", Filtre.manque) ?><?cs /if ?>
</form>
<?cs if:subcount(items) ?>
	<div class="row mt">
		<p class="grow">
			<b>
				<?cs if:?Filtre.compte ?><?cs var:Filtre.compte ?>
				<?cs else ?><?cs var:nb(Filtre.total) ?> personne<?cs call:s(total) ?>
				<?cs /if ?>
			</b>
			<?cs if:Filtre.tri == "nom" && total > #1 ?> <small>par ordre de nom</small><?cs /if ?>
		</p>
		<?cs if:?Filtre.choisir ?>
			<a class="btn b3" href="<?cs var:url_validate(Filtre.choisir) ?>">
				<?cs call:ic("check") ?> Sélectionner
			</a>
		<?cs elif:?Filtre.fini ?>
			<a class="btn b3" href="<?cs var:url_validate(Filtre.fini) ?>">Quitter la sélection</a>
		<?cs /if ?>
		<?cs if:!?Filtre.lot ?>
			<a class="btn b3 opt" href="<?cs var:url_validate(Filtre.colonnes) ?>">
				<?cs call:ic("cols") ?> Colonnes
			</a>
		<?cs /if ?>
	</div>
	<?cs if:?Filtre.lot ?><form class="pick" method="get" action="/imports/lot"><?cs /if ?>
	<section class="scroll" tabindex="0" aria-labelledby="liste">
		<table class="tbl">
			<caption class="vh" id="liste">Personnes trouvées</caption>
			<thead>
				<tr>
					<?cs if:?Filtre.lot ?>
						<th scope="col">
							<label class="ck">
								<input type="checkbox" data-all aria-label="Tout sélectionner sur cette page">
							</label>
						</th>
					<?cs /if ?>
					<?cs each:h = Filtre.entetes ?>
						<th scope="col"<?cs if:!first(h) ?> class="opt"<?cs /if ?>
								<?cs if:?h.sens ?> aria-sort="<?cs var:h.sens ?>"<?cs /if ?>>
							<?cs if:?h.url ?>
								<a href="<?cs var:url_validate(h.url) ?>"><?cs var:h.libelle ?></a>
							<?cs else ?>
								<?cs var:h.libelle ?>
							<?cs /if ?>
						</th>
					<?cs /each ?>
				</tr>
			</thead>
			<tbody>
				<?cs each:p = items ?>
					<tr>
						<?cs if:?Filtre.lot ?>
							<td>
								<label class="ck">
									<input type="checkbox" name="p" value="<?cs var:p.id ?>"
										aria-label="Sélectionner <?cs var:p.prenom ?> <?cs var:p.nom ?>">
								</label>
							</td>
						<?cs /if ?>
						<th scope="row"><?cs call:qui(p, p.ville) ?></th>
						<?cs each:v = p.cellules ?>
							<td class="opt">
								<?cs if:subcount(v.tags) ?>
									<?cs each:e = v.tags ?>
										<?cs call:tag(e.nom, "h" + e.teinte) ?> <?cs /each ?>
								<?cs else ?>
									<?cs var:v ?>
								<?cs /if ?>
							</td>
						<?cs /each ?>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs if:?Filtre.lot ?>
		<div class="row bulk">
			<p class="grow"><b></b> en sélection</p>
			<button class="btn b3" formaction="/messages/nouveau"><?cs call:ic("msg") ?> Écrire</button>
			<button class="btn b3" name="champ" value="groupe">
				<?cs call:ic("groups") ?> Ajouter à un groupe
			</button>
			<button class="btn b3" name="champ" value="etiquettes"><?cs call:ic("tag") ?> Étiqueter</button>
			<button class="btn b3" name="champ" value=""><?cs call:ic("pen") ?> Changer un champ</button>
		</div>
		<p class="row mt">
			<?cs if:?Filtre.ecrire ?>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.ecrire) ?>">
					<?cs call:ic("msg") ?> Écrire à toute la liste
				</a>
			<?cs /if ?>
			<a class="btn b3" href="<?cs var:url_validate(Filtre.lot) ?>&amp;champ=groupe">
				<?cs call:ic("groups") ?> Ajouter toute la liste à un groupe
			</a>
			<a class="btn b3" href="<?cs var:url_validate(Filtre.lot) ?>">
				<?cs call:ic("pen") ?> Changer toute la liste : <?cs if:?Filtre.compte ?>
					<?cs var:Filtre.compte ?>
				<?cs else ?>
					<?cs var:nb(Filtre.total) ?> personne<?cs call:s(total) ?>
				<?cs /if ?>
			</a>
		</p>
		</form>
	<?cs /if ?>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("user") ?>
		<h2>Personne ne correspond à cette recherche</h2>
		<p>
			Vérifiez l’orthographe d’un nom, ou retirez un filtre : chacun réduit la liste. Il se peut aussi
			que vos droits ne vous laissent pas voir cette personne.
		</p>
		<p class="row">
			<?cs each:e = Filtre.elargir ?>
				<a class="btn b2" href="<?cs var:url_validate(e.url) ?>"><?cs var:e.libelle ?></a>
			<?cs /each ?>
			<a class="btn b3" href="/annuaire">Tout l’annuaire</a>
		</p>
	</div>
<?cs /if ?>
