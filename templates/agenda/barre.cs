<?cs # What the list, the month and the week have in common: scopes, views, chips; a row; what is near ?>
<?cs def:ici(url, libelle, vrai) ?>
	<a href="<?cs var:url_validate(url) ?>"<?cs if:vrai ?> aria-current="true"<?cs /if ?>>
		<?cs var:libelle ?>
	</a>
<?cs /def ?>

<?cs def:portees() ?>
	<nav class="seg" aria-label="Quels événements">
		<?cs each:p = Filtre.portees ?><?cs call:ici(p.url, p.libelle, p.ici) ?><?cs /each ?>
	</nav>
<?cs /def ?>

<?cs def:presentations(vue) ?>
	<nav class="seg push" aria-label="Présentation">
		<?cs call:ici(Filtre.liste, "Liste", vue == "liste") ?>
		<?cs call:ici(Filtre.semaine, "Semaine", vue == "semaine") ?>
		<?cs call:ici(Filtre.mois, "Mois", vue == "mois") ?>
	</nav>
<?cs /def ?>

<?cs # A group is chosen among one's own, or found by some letters of its name ?>
<?cs def:champ_du_filtre(f) ?>
	<?cs if:f.type == "nom" ?>
		<div class="f">
			<label for="q-<?cs var:f.cle ?>"><?cs var:f.libelle ?></label>
			<input type="text" id="q-<?cs var:f.cle ?>" name="<?cs var:f.cle ?>" value="<?cs var:f.valeur ?>"
				maxlength="200" list="noms-<?cs var:f.cle ?>" autocomplete="off">
			<datalist id="noms-<?cs var:f.cle ?>">
				<?cs each:o = f.options ?><option value="<?cs var:o.valeur ?>"></option><?cs /each ?>
			</datalist>
		</div>
	<?cs else ?><?cs call:facette(f) ?>
	<?cs /if ?>
<?cs /def ?>

<?cs def:filtres(periode) ?>
	<details class="drop">
		<summary class="btn b2"><?cs call:ic("filter") ?> Filtres</summary>
		<form class="stack g3" method="get" action="/agenda">
			<?cs each:f = Filtre.champs ?><?cs call:champ_du_filtre(f) ?><?cs /each ?>
			<?cs if:periode ?>
				<label class="ck">
					<input type="checkbox" name="passes" value="1"<?cs if:?Passes ?> checked<?cs /if ?>>
					Seulement le passé
				</label>
			<?cs /if ?>
			<?cs each:g = Filtre.gardes ?>
				<input type="hidden" name="<?cs var:g.cle ?>" value="<?cs var:g.valeur ?>">
			<?cs /each ?>
			<button class="btn">Appliquer</button>
		</form>
	</details>
<?cs /def ?>

<?cs def:filtres_actifs() ?>
	<?cs if:?Alentours.km ?>
		<?cs if:?Alentours.nom ?>
			<div class="row g3 mt">
				<nav class="seg" aria-label="Jusqu’où">
					<?cs each:d = Alentours.distances ?>
						<?cs if:d.libelle == "" ?><?cs call:ici(d.url, "Mon département", d.ici) ?>
						<?cs else ?><?cs call:ici(d.url, d.libelle + " km", d.ici) ?>
						<?cs /if ?>
					<?cs /each ?>
				</nav>
				<p class="s m">
					<?cs if:Alentours.km > #0 ?>
						De <?cs var:Alentours.nom ?> à <?cs var:Alentours.km ?> km, de centre à centre des
						départements.
					<?cs else ?>
						Votre département : <?cs var:Alentours.nom ?>.
					<?cs /if ?>
				</p>
			</div>
		<?cs else ?>
			<p class="alert mt">
				<?cs call:ic("info") ?>
				<span>
					Votre fiche n’a pas de code postal en France : rien ne dit ce qui est près de vous.
				</span>
			</p>
		<?cs /if ?>
	<?cs /if ?>
	<?cs if:subcount(Filtre.actifs) ?>
		<p class="row mt" aria-label="Filtres actifs" role="group">
			<?cs each:a = Filtre.actifs ?>
				<a class="tag chip" href="<?cs var:url_validate(a.url) ?>">
					<?cs var:a.libelle ?> <?cs call:ic("x") ?><span class="vh">, retirer ce filtre</span>
				</a>
			<?cs /each ?>
		</p>
	<?cs /if ?>
	<?cs each:i = inconnus ?>
		<div class="alert warn mt" role="status">
			<?cs call:ic("warn") ?>
			<p>
				Le filtre « <?cs var:i.libelle ?> » ne connaît pas
				« <?cs var:i.valeur ?> » : rien n’est montré.
			</p>
			<p><a href="<?cs var:url_validate(i.url) ?>">Retirer ce filtre</a></p>
		</div>
	<?cs /each ?>
<?cs /def ?>

<?cs # The reader's own state, and what is left of the places ?>
<?cs def:etats(e) ?>
	<?cs if:e.annule ?> <span class="tag bad">Annulé</span>
	<?cs elif:e.place_etat == "inscrit" ?>
		<span class="tag ok"><?cs call:ic("check") ?> Je participe</span>
	<?cs elif:e.place_etat == "attente" ?> <span class="tag warn">En attente</span>
	<?cs elif:e.place_etat == "demande" ?> <span class="tag warn">Demande envoyée</span>
	<?cs elif:e.mon_etat == "invite" ?> <span class="tag ok">Invitation</span>
	<?cs /if ?>
<?cs /def ?>

<?cs def:pris_sur(e) ?><?cs var:e.inscrits.texte ?> sur <?cs var:e.places.texte ?><?cs /def ?>

<?cs def:places(e) ?>
	<?cs if:e.annule ?>
	<?cs elif:e.places == "" ?>
		<?cs if:e.inscrits > #0 ?><span class="tag"><?cs var:e.inscrits.texte ?> inscrit-e-s</span><?cs /if ?>
	<?cs elif:?e.complet ?>
		<span class="tag">
			Complet, <?cs call:pris_sur(e) ?>
		</span>
	<?cs elif:?e.reste ?>
		<span class="tag warn">
			<?cs var:e.reste ?> place<?cs call:s(e.reste) ?>, <?cs call:pris_sur(e) ?>
		</span>
	<?cs else ?>
		<span class="tag"><?cs call:pris_sur(e) ?></span>
	<?cs /if ?>
<?cs /def ?>

<?cs def:ligne(e) ?>
	<li class="hit row nw g5">
		<span class="date" aria-hidden="true">
			<small><?cs var:e.jour_court ?></small><?cs var:e.numero ?>
		</span>
		<div class="grow">
			<h3>
				<a href="<?cs var:url_validate(e.url) ?>">
					<?cs if:e.annule ?><s><?cs var:e.titre ?></s><?cs else ?><?cs var:e.titre ?><?cs /if ?>
				</a>
			</h3>
			<p class="s m row">
				<span><?cs call:ic("clock") ?> <?cs var:e.quand ?></span>
				<?cs if:e.lieu ?> <span><?cs call:ic("pin") ?> <?cs var:e.lieu ?></span>
				<?cs elif:e.lien ?> <span><?cs call:ic("globe") ?> En ligne</span>
				<?cs /if ?>
				<?cs call:etats(e) ?>
				<?cs call:places(e) ?>
			</p>
		</div>
		<?cs if:e.organisateur.nom ?>
			<p class="opt"><span class="tag h<?cs var:e.teinte ?>"><?cs var:e.organisateur.nom ?></span></p>
		<?cs /if ?>
	</li>
<?cs /def ?>

<?cs def:pres(genre, p) ?>
	<p>
		<?cs if:genre == "apres" ?>Ensuite<?cs else ?>Avant<?cs /if ?> : <a
			href="/agenda/<?cs var:p.id ?><?cs if:p.serie ?>?date=<?cs var:p.jour ?><?cs /if ?>">
			<?cs var:p.titre ?>
		</a>, <?cs var:p.dedans ?>. <a href="<?cs var:url_validate(p.url) ?>">Voir <?cs var:p.mois ?></a>
	</p>
<?cs /def ?>

<?cs def:rien(titre) ?>
	<div class="empty">
		<?cs call:ic("cal") ?>
		<h2><?cs var:titre ?></h2>
		<?cs if:?Suivant.id ?><?cs call:pres("apres", Suivant) ?><?cs /if ?>
		<?cs if:?Precedent.id ?><?cs call:pres("avant", Precedent) ?><?cs /if ?>
		<?cs if:!?Suivant.id && !?Precedent.id ?>
			<p><a class="btn b2" href="/agenda">Voir tout l’agenda</a></p>
		<?cs /if ?>
	</div>
<?cs /def ?>
