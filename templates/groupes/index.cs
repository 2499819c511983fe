<div class="head">
	<div>
		<h1>Groupes</h1>
		<p>Groupes locaux, magasins, équipes de marche, groupes de travail : qui agit, et où.</p>
	</div>
	<div class="row">
		<?cs if:?Droits.cree ?>
			<a class="btn" href="/groupes/nouveau"><?cs call:ic("plus") ?> Créer un groupe</a>
		<?cs /if ?>
		<details class="drop">
			<summary class="btn b2"><?cs call:ic("get") ?> Exporter</summary>
			<div class="stack g1">
				<a class="btn b3" href="<?cs var:url_validate(Filtre.xlsx) ?>">Tableur (.xlsx)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.csv) ?>">Texte (.csv)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.json) ?>">Données (.json)</a>
			</div>
		</details>
	</div>
</div>
<form class="stack" method="get" action="/groupes" role="search" aria-label="Chercher un groupe" data-auto>
	<div class="row">
		<div class="find grow">
			<label class="vh" for="gq">Nom ou ville du groupe</label>
			<?cs call:ic("search") ?>
			<input type="search" id="gq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"
				placeholder="Nom ou ville…">
		</div>
		<button class="btn b2">Chercher</button>
	</div>
	<button class="btn b2 narrow" type="button" popovertarget="filtres">
		<?cs call:ic("filter") ?> Filtres
	</button>
	<div class="sheet" id="filtres" popover>
		<div class="grid tight">
			<?cs each:f = Filtre.champs ?>
				<?cs if:name(f) < #4 ?><?cs call:facette(f) ?><?cs /if ?>
			<?cs /each ?>
		</div>
		<details<?cs if:?Filtre.rares ?> open<?cs /if ?>>
			<summary class="btn b3"><?cs call:ic("tune") ?> Plus de filtres</summary>
			<div class="grid tight">
				<?cs each:f = Filtre.champs ?>
					<?cs if:name(f) >= #4 ?><?cs call:facette(f) ?><?cs /if ?>
				<?cs /each ?>
			</div>
		</details>
		<p><button class="btn narrow">Voir les résultats</button></p>
	</div>
	<?cs each:g = Filtre.gardes ?>
		<input type="hidden" name="<?cs var:g.cle ?>" value="<?cs var:g.valeur ?>">
	<?cs /each ?>
</form>
<div class="row mt">
	<p class="grow"><b><?cs var:Filtre.total_texte ?></b></p>
	<nav class="seg" aria-label="Vue">
		<a href="<?cs var:url_validate(Filtre.tous) ?>"<?cs if:!?Filtre.mes ?> aria-current="true"<?cs /if ?>>
			Liste
		</a>
		<a href="<?cs var:url_validate(Filtre.miens) ?>"<?cs if:?Filtre.mes ?> aria-current="true"<?cs /if ?>>
			Les miens
		</a>
		<a href="/groupes?vue=carte">Carte</a>
		<a href="/groupes?vue=arbre">Arbre</a>
		<?cs if:?Droits.siege ?><a href="/groupes/sans-coordination">Sans coordination</a><?cs /if ?>
	</nav>
</div>
<?cs if:subcount(items) ?>
	<ul class="grid mt" aria-label="Groupes">
		<?cs each:g = items ?>
			<li class="card hit row nw g3">
				<?cs call:sigle(g) ?>
				<div class="grow">
					<h2 class="q"><a href="/groupes/<?cs var:g.id ?>"><?cs var:g.titre ?></a></h2>
					<p class="s m">
						<?cs var:g.type ?><?cs if:g.ville ?>, <?cs var:g.ville ?><?cs /if ?>
						<?cs if:g.membres > #0 ?>
							, <?cs var:nb(g.membres) ?> membre<?cs call:s(g.membres) ?>
						<?cs /if ?>
						<?cs if:g.ouverture != "ferme" ?>
							, <?cs if:g.ouverture == "ouvert" ?>ouvert<?cs else ?>caché<?cs /if ?>
						<?cs /if ?>
						<?cs if:g.etat == "archive" ?>, archivé<?cs elif:g.actif == "0" ?>, inactif<?cs /if ?>
						<?cs if:g.mien ?> <span class="tag ok">Membre</span><?cs /if ?>
					</p>
					<?cs if:g.resume ?><p class="s"><?cs var:g.resume ?></p>
					<?cs elif:?g.activite ?><p class="s m">Actif le <?cs var:g.activite ?></p>
					<?cs /if ?>
				</div>
			</li>
		<?cs /each ?>
	</ul>
	<?cs call:suite(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("groups") ?>
		<h2>Aucun groupe ne correspond</h2>
		<p>Essayez un autre nom, une ville voisine ou tous les types.</p>
		<p><a class="btn b2" href="/groupes">Voir tous les groupes</a></p>
	</div>
<?cs /if ?>
