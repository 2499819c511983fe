<?cs def:ligne_du_journal(l) ?>
	<li id="l<?cs var:l.id ?>">
		<time datetime="<?cs var:l.quand ?>"><?cs var:l.heure ?></time>
		<div class="stack g1">
			<p>
				<?cs if:?l.qui_id ?>
					<a class="q" href="/contacts/<?cs var:l.qui_id ?>"><b><?cs var:l.qui ?></b></a>
				<?cs else ?>
					<b><?cs var:l.qui ?></b>
				<?cs /if ?> <?cs var:l.phrase ?>
				<?cs if:?l.url && l.url ?>
					<a href="<?cs var:url_validate(l.url) ?>"><?cs var:l.objet ?></a><?cs var:l.suite ?>
				<?cs else ?>
					<?cs var:l.objet ?><?cs var:l.suite ?>
				<?cs /if ?> <span class="tag<?cs if:?l.alerte ?> warn<?cs /if ?>"><?cs var:l.sorte ?></span>
			</p>
			<?cs each:c = l.changes ?>
				<p class="s">
					<?cs if:c.libelle ?><?cs var:c.libelle ?> : <?cs /if ?>
					<?cs if:?c.masque ?><span class="m">valeur réservée à l’administration</span>
					<?cs else ?>
						<?cs if:c.avant ?><del><?cs var:c.avant ?></del><?cs /if ?>
						<?cs if:c.apres ?> <ins><?cs var:c.apres ?></ins><?cs /if ?>
					<?cs /if ?>
				</p>
			<?cs /each ?>
			<?cs if:?l.vide ?>
				<p class="s m">Les mots de cette ligne ont été effacés avec la personne.</p>
			<?cs /if ?>
			<?cs if:l.depuis ?><p class="s m"><?cs var:l.depuis ?></p><?cs /if ?>
		</div>
	</li>
<?cs /def ?>

<div class="head">
	<div>
		<h1>Journal</h1>
		<p>Qui a fait quoi, quand, et ce qui a changé.</p>
	</div>
	<?cs if:total > #0 ?>
		<details class="drop">
			<summary class="btn b2">
				<?cs call:ic("get") ?> Exporter <?cs if:total == #1 ?>cette ligne
				<?cs elif:plus ?>ces lignes
				<?cs else ?>ces <?cs var:total.texte ?> lignes
				<?cs /if ?>
			</summary>
			<div class="stack g1">
				<a class="btn b3" href="<?cs var:url_validate(Filtre.xlsx) ?>">Tableur (.xlsx)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.csv) ?>">Texte (.csv)</a>
				<a class="btn b3" href="<?cs var:url_validate(Filtre.json) ?>">Données (.json)</a>
			</div>
		</details>
	<?cs /if ?>
</div>
<?cs include:"admin/onglets.cs" ?>
<div class="stack g5">
	<?cs if:?Chaine.faux ?>
		<p class="alert bad">
			<?cs call:ic("warn") ?>
			<span>
				La chaîne ne tient pas (vérifiée <?cs var:Chaine.quand ?>)<?cs if:Chaine.faux > #0 ?>, à
				partir de <a href="/admin/journal?avant=<?cs var:Chaine.faux + #1 ?>">la
				ligne <?cs var:Chaine.faux ?></a><?cs else ?> : des lignes manquent à la
				fin<?cs /if ?>. <a href="/aide/journal">Que faire</a>
			</span>
		</p>
	<?cs elif:?Chaine.quand ?>
		<p class="alert ok">
			<?cs call:ic("lock") ?>
			<span>
				Chaîne vérifiée <?cs var:Chaine.quand ?> : <?cs var:Chaine.lignes.texte ?> lignes, aucune
				retouche. <a href="/aide/journal">Comment le vérifier soi-même</a>
			</span>
		</p>
	<?cs else ?>
		<p class="alert">
			<?cs call:ic("lock") ?>
			<span>
				La chaîne sera vérifiée cette nuit. <a href="/aide/journal">Comment le vérifier soi-même</a>
			</span>
		</p>
	<?cs /if ?>
	<form class="stack g3" method="get" action="/admin/journal" role="search"
			aria-label="Chercher dans le journal">
		<div class="row">
			<div class="find grow">
				<label class="vh" for="jq">Personne, groupe, document, adresse d’une page</label>
				<?cs call:ic("search") ?>
				<input type="search" id="jq" name="objet" maxlength="300" value="<?cs var:Filtre.objet ?>"
					placeholder="Personne, groupe, document…">
			</div>
			<button class="btn b2 narrow" type="button" popovertarget="filtres">
				<?cs call:ic("filter") ?> Filtres
				<?cs if:Filtre.nombre > #0 ?><span class="count"><?cs var:Filtre.nombre ?></span><?cs /if ?>
			</button>
			<button class="btn">Chercher</button>
		</div>
		<div class="sheet" id="filtres" popover>
			<div class="grid">
				<div class="f">
					<label for="jw">Qui</label>
					<input type="text" id="jw" name="qui" maxlength="200" value="<?cs var:Filtre.qui ?>"
						placeholder="N’importe qui">
				</div>
				<div class="f">
					<label for="jk">Quoi</label>
					<select id="jk" name="quoi">
						<?cs each:o = Filtre.champs.0.options ?>
							<option value="<?cs var:o.valeur ?>"<?cs if:?o.choisi ?> selected<?cs /if ?>>
								<?cs var:o.libelle ?>
							</option>
						<?cs /each ?>
					</select>
				</div>
				<div class="f">
					<label for="jd">Du</label>
					<input type="date" id="jd" name="du" value="<?cs var:Filtre.du ?>">
				</div>
				<div class="f">
					<label for="jf">Au</label>
					<input type="date" id="jf" name="au" value="<?cs var:Filtre.au ?>">
				</div>
				<button class="btn narrow">Voir les lignes</button>
			</div>
		</div>
		<?cs if:subcount(Filtre.actifs) ?>
			<p class="row" aria-label="Filtres actifs" role="group">
				<?cs each:a = Filtre.actifs ?>
					<a class="tag chip" href="<?cs var:url_validate(a.url) ?>">
						<?cs var:a.libelle ?> <?cs call:ic("x") ?><span class="vh">, retirer ce filtre</span>
					</a>
				<?cs /each ?>
				<a class="btn b3" href="/admin/journal">Tout effacer</a>
			</p>
		<?cs /if ?>
	</form>
	<?cs if:subcount(jours) ?>
		<?cs each:j = jours ?>
			<section aria-labelledby="j<?cs var:j.jour ?>">
				<h2 class="h" id="j<?cs var:j.jour ?>"><?cs var:j.titre ?></h2>
				<ol class="line mt">
					<?cs each:l = j.lignes ?><?cs call:ligne_du_journal(l) ?><?cs /each ?>
				</ol>
			</section>
		<?cs /each ?>
	<?cs else ?>
		<div class="panel empty">
			<?cs call:vide("history", "Rien ici",
				"Aucune ligne du journal ne répond à ces critères.") ?>
		</div>
	<?cs /if ?>
</div>
<?cs if:?Pager.precedente || ?Pager.suivante ?>
	<nav class="pager" aria-label="Pages">
		<?cs if:?Pager.precedente ?>
			<a href="<?cs var:url_validate(Pager.precedente) ?>">
				<?cs call:ic("left") ?> Les plus récentes
			</a>
		<?cs /if ?>
		<span class="m">
			<?cs var:nb(montrees) ?> ligne<?cs call:s(montrees) ?> sur <?cs if:plus ?>plus
			de <?cs /if ?><?cs var:total.texte ?>
		</span>
		<?cs if:?Pager.suivante ?>
			<a href="<?cs var:url_validate(Pager.suivante) ?>" rel="next">
				Suivantes <?cs call:ic("right") ?>
			</a>
		<?cs /if ?>
	</nav>
<?cs /if ?>
