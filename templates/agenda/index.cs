<?cs include:"agenda/barre.cs" ?>
<div class="head">
	<div>
		<h1>Agenda</h1>
		<p>Ce que préparent vos groupes, les autres groupes et le Siège.</p>
	</div>
	<div class="row">
		<a class="btn b2" href="/agenda/abonnements"><?cs call:ic("sync") ?> S’abonner</a>
		<?cs if:?Droits.cree ?>
			<a class="btn" href="/agenda/nouveau"><?cs call:ic("plus") ?> Créer un événement</a>
		<?cs /if ?>
	</div>
</div>
<div class="row g2">
	<?cs call:portees() ?>
	<?cs call:filtres(1) ?>
	<?cs call:presentations("liste") ?>
</div>
<?cs call:filtres_actifs() ?>
<?cs if:subcount(items) ?>
	<div class="row mt">
		<p>
			<b><?cs var:Filtre.total_texte ?></b>
			<?cs if:?Passes ?>, du plus récent au plus ancien<?cs /if ?>
		</p>
		<details class="drop push">
			<summary class="btn b2"><?cs call:ic("get") ?> Exporter</summary>
			<div class="stack g1">
				<a class="btn b3" href="<?cs var:url_validate(Filtre.xlsx) ?>">Tableur (.xlsx)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.csv) ?>">Texte (.csv)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.json) ?>">Données (.json)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.ics) ?>">Calendrier (.ics)</a>
			</div>
		</details>
	</div>
	<?cs each:m = Mois ?>
		<section class="days" aria-labelledby="m<?cs var:m.mois ?>">
			<h2 id="m<?cs var:m.mois ?>"><?cs var:m.libelle ?></h2>
			<ol class="rows">
				<?cs each:e = items ?>
					<?cs if:e.mois == m.mois ?><?cs call:ligne(e) ?><?cs /if ?>
				<?cs /each ?>
			</ol>
		</section>
	<?cs /each ?>
<?cs else ?>
	<?cs call:rien("Rien à ces dates, avec ces filtres") ?>
<?cs /if ?>
<?cs if:?Plus.tot || ?Plus.tard ?>
	<nav class="pager" aria-label="Périodes">
		<?cs if:?Plus.tot ?>
			<a href="<?cs var:url_validate(Plus.tot) ?>"><?cs call:ic("left") ?> Plus tôt</a>
		<?cs /if ?>
		<?cs if:?Plus.tard ?>
			<a href="<?cs var:url_validate(Plus.tard) ?>">Plus tard <?cs call:ic("right") ?></a>
		<?cs /if ?>
	</nav>
<?cs /if ?>
