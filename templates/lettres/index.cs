<?cs def:compte() ?>
	<?cs var:nb(Filtre.total) ?> lettre<?cs call:s(total) ?>
	<?cs if:?Filtre.mois ?> de <?cs var:Filtre.mois ?> <?cs var:Filtre.annee ?>
	<?cs elif:?Filtre.annee ?> de <?cs var:Filtre.annee ?>
	<?cs /if ?><?cs if:?Filtre.sorte ?>, « <?cs var:Filtre.sorte ?> »<?cs /if ?>
	<?cs if:?Filtre.tag ?>, étiquette « <?cs var:Filtre.tag ?> »<?cs /if ?>
	<?cs if:Filtre.q != "" ?>
		<?cs if:total > #1 ?> parlent<?cs else ?> parle<?cs /if ?>
		<?cs if:?Filtre.elide ?> d’<?cs else ?> de <?cs /if ?>« <?cs var:Filtre.q ?> »
	<?cs /if ?>.
<?cs /def ?>

<?cs def:etat_de(l) ?>
	<?cs if:l.etat == "programmee" ?>Programmée le <?cs var:l.quand ?>
	<?cs else ?>Brouillon<?cs if:l.auteur ?>, <?cs var:l.auteur ?><?cs /if ?>
	<?cs /if ?>
<?cs /def ?>

<div class="head">
	<div>
		<h1>Lettres d’info</h1>
		<p>
			Ce qui compte pour les bénévoles, par courriel et ici.<?cs if:Numeros.total > #1 ?> <?cs
				var:Numeros.texte ?> numéros depuis <?cs var:Numeros.depuis ?>.<?cs /if ?>
		</p>
	</div>
	<?cs if:?Droits.ecrit && Droits.ecrit ?>
		<a class="btn" href="/lettres/nouvelle"><?cs call:ic("pen") ?> Écrire une lettre</a>
	<?cs /if ?>
</div>
<nav class="tabs" aria-label="Nouvelles">
	<a href="/actualites">Actualités</a>
	<a href="/lettres" aria-current="page">Lettres d’info</a>
</nav>
<div class="stack g5">
	<form class="row" role="search" method="get" action="/lettres" aria-label="Chercher dans les lettres">
		<div class="find grow">
			<label class="vh" for="lq">Un mot dans le titre ou le contenu</label>
			<?cs call:ic("search") ?>
			<input type="search" id="lq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"
				placeholder="Un mot dans le titre ou le contenu…">
		</div>
		<div class="f">
			<label class="vh" for="ly">Année</label>
			<select id="ly" name="annee">
				<option value="">Toutes les années</option>
				<?cs each:y = Annees ?>
					<option value="<?cs var:y.annee ?>"<?cs if:y.ici ?> selected<?cs /if ?>>
						<?cs var:y.annee ?>
					</option>
				<?cs /each ?>
			</select>
		</div>
		<?cs each:g = Filtre.gardes ?>
			<?cs if:g.cle != "mois" ?>
				<input type="hidden" name="<?cs var:g.cle ?>" value="<?cs var:g.valeur ?>">
			<?cs /if ?>
		<?cs /each ?>
		<button class="btn b2">Chercher</button>
	</form>
	<?cs if:?Inconnu.cle ?>
		<div class="alert warn" role="status">
			<?cs call:ic("warn") ?>
			<p>
				Le filtre « <?cs var:Inconnu.cle ?> » ne connaît pas
				« <?cs var:Inconnu.valeur ?> » : rien n’est montré.
			</p>
			<p><a href="<?cs var:url_validate(Inconnu.url) ?>">Retirer ce filtre</a></p>
		</div>
	<?cs elif:?Filtre.demande && total > #0 ?>
		<p class="m" role="status"><?cs call:compte() ?> <a href="/lettres">Voir toutes les lettres</a></p>
	<?cs /if ?>
	<div class="cols">
		<?cs if:subcount(items) ?>
			<div>
				<ol class="rows">
					<?cs each:l = items ?>
						<li class="hit row nw g5">
							<span class="date" aria-hidden="true">
								<small><?cs var:l.mois_court ?></small><?cs var:l.jour ?>
							</span>
							<div class="grow">
								<h2><a href="/lettres/<?cs var:l.id ?>/lire"><?cs var:l.titre ?></a></h2>
								<?cs if:subcount(l.extrait) ?>
									<p>
										« <?cs each:e = l.extrait ?>
											<?cs if:e.marque ?><mark><?cs var:e.texte ?></mark>
											<?cs else ?><?cs var:e.texte ?>
											<?cs /if ?>
										<?cs /each ?> »
									</p>
								<?cs /if ?>
								<p class="s m">
									<?cs if:l.sorte != "info" ?><?cs var:l.sorte_titre ?>, n°
									<?cs else ?>N°
									<?cs /if ?> <?cs var:l.numero ?> du <?cs var:l.date ?>
									<?cs if:?l.envoyes_texte ?>,
										envoyée à <?cs var:l.envoyes_texte ?> personne<?cs
										call:s(l.envoyes) ?>
									<?cs /if ?> <?cs each:e = l.etiquettes ?>
										<a class="tag" href="/lettres?tag=<?cs var:e.id ?>"><?cs
											var:e.nom ?></a> <?cs
									/each ?>
								</p>
							</div>
						</li>
					<?cs /each ?>
				</ol>
				<?cs call:pager(Pager) ?>
			</div>
		<?cs else ?>
			<div class="empty">
				<?cs call:ic("mail") ?>
				<?cs if:?Filtre.demande ?>
					<h2>Aucune lettre ne répond</h2>
					<p>Essayez un seul mot, une autre année, ou retirez un filtre.</p>
					<p><a class="btn b2" href="/lettres">Voir toutes les lettres</a></p>
				<?cs else ?>
					<h2>Pas encore de lettre</h2>
					<p>Les lettres que vous recevez se retrouvent ici, dès la première.</p>
				<?cs /if ?>
			</div>
		<?cs /if ?>
		<aside class="stack g5">
			<?cs if:subcount(Preparees) ?>
				<section class="panel" aria-labelledby="prep">
					<h2 id="prep">En préparation</h2>
					<ul class="rows">
						<?cs each:l = Preparees ?>
							<li class="hit">
								<p class="q"><a href="/lettres/<?cs var:l.id ?>"><?cs var:l.titre ?></a></p>
								<p class="s m"><?cs call:etat_de(l) ?></p>
							</li>
						<?cs /each ?>
					</ul>
				</section>
			<?cs /if ?>
			<section class="panel" aria-labelledby="rec">
				<h2 id="rec">Vous recevez</h2>
				<ul class="stack g3">
					<?cs set:N = #0 ?>
					<?cs each:s = Sortes ?>
						<?cs if:s.recue ?>
							<?cs set:N = N + #1 ?>
							<li class="s"><b><?cs var:s.titre ?></b> : <?cs var:s.description ?></li>
						<?cs /if ?>
					<?cs /each ?>
				</ul>
				<?cs if:N == #0 ?>
					<p class="s">Aucune lettre par courriel. Elles restent lisibles ici.</p>
				<?cs /if ?>
				<a class="btn b3" href="/notifications/preferences?sur=actualites#lettres">
					Changer<span class="vh"> les lettres que je reçois</span>
				</a>
			</section>
			<?cs if:subcount(Annees) ?>
				<nav class="panel" aria-labelledby="per">
					<h2 id="per">Par date</h2>
					<ul class="stack g1">
						<?cs each:y = Annees ?>
							<li>
								<a href="<?cs var:url_validate(y.url) ?>"
										<?cs if:y.ici ?> aria-current="true"<?cs /if ?>>
									<?cs var:y.annee ?>
								</a> <span class="s m">
									<?cs var:nb(y.total) ?> lettre<?cs call:s(y.total) ?>
								</span>
								<?cs if:y.ici ?>
									<ul class="row">
										<?cs each:m = Mois ?>
											<li>
												<a href="<?cs var:url_validate(m.url) ?>"
														<?cs if:m.ici ?> aria-current="true"<?cs /if ?>>
													<?cs var:m.nom ?>
												</a> <span class="s m"><?cs var:m.total ?></span>
											</li>
										<?cs /each ?>
									</ul>
								<?cs /if ?>
							</li>
						<?cs /each ?>
					</ul>
				</nav>
			<?cs /if ?>
			<?cs if:?Droits.envoie && Droits.envoie ?>
				<p><a class="btn b3" href="/lettres/reprise">Reprendre d’anciennes lettres</a></p>
			<?cs /if ?>
		</aside>
	</div>
</div>
