<?cs def:_pourquoi(n, mots) ?><?cs if:n > #0 ?><li><?cs var:n ?> <?cs var:mots ?></li><?cs /if ?><?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<li><a href="<?cs var:url_validate(Lien) ?>">Créneau</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs if:Pour == "moi" ?>Céder ma place<?cs else ?>Trouver la relève<?cs /if ?></h1>
		<p>
			<?cs var:Creneau.titre ?>, <?cs var:Creneau.quand ?>.
			<?cs if:Creneau.manque > #0 && Pour == "" ?> Il en manque <?cs var:Creneau.manque ?>.<?cs /if ?>
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<?cs if:Creneau.clos ?>
	<?cs call:alerte("warn", Creneau.clos) ?>
<?cs else ?>
	<form class="tick cols" method="post" action="<?cs var:url_validate(Lien) ?>/releve">
		<?cs call:csrf() ?>
		<?cs if:Pour ?><input type="hidden" name="pour" value="<?cs var:Pour ?>"><?cs /if ?>
		<section aria-labelledby="qui">
			<h2 class="ttl" id="qui">
				À qui demander <span class="m s">
					<?cs var:nb(Total) ?> personne<?cs call:s(Total) ?> libre<?cs call:s(Total) ?>
				</span>
			</h2>
			<?cs if:subcount(Gens) ?>
				<ul class="rows">
					<?cs each:g = Gens ?>
						<li class="row g2">
							<label class="ck grow">
								<input type="checkbox" name="p" value="<?cs var:g.id ?>"
									<?cs if:g.choisi ?> checked<?cs /if ?>>
								<?cs call:av(g) ?>
								<span class="grow">
									<b><?cs var:g.prenom ?> <?cs var:g.nom ?></b>
									<?cs if:evenement.droit > #2 ?>
										<?cs if:g.proche == "ici" ?> <small>Sur place</small>
										<?cs elif:g.proche == "pres" ?> <small>Même département</small>
										<?cs elif:g.loin ?> <small>À <?cs var:g.loin ?></small>
										<?cs /if ?>
									<?cs /if ?>
								</span>
							</label>
							<p class="row g1 why">
								<?cs if:Creneau.formation ?>
									<span class="tag ok">
										<?cs call:ic("cap") ?> <?cs var:Creneau.formation ?>
									</span>
								<?cs /if ?>
								<?cs if:g.jusqu ?><span class="tag warn">finit à <?cs var:g.jusqu ?></span>
								<?cs else ?><span class="tag">libre</span>
								<?cs /if ?>
								<?cs if:evenement.droit > #2 ?>
									<?cs if:?g.demande_le ?>
										<span class="tag">demandé <?cs var:g.demande_le ?></span>
									<?cs else ?>
										<span class="tag">aucune demande</span>
									<?cs /if ?>
								<?cs /if ?>
							</p>
						</li>
					<?cs /each ?>
				</ul>
				<div class="row bulk">
					<p class="grow"><b></b> personnes choisies</p>
					<button class="btn"><?cs call:ic("send") ?> Leur demander</button>
				</div>
			<?cs else ?>
				<p class="m">Personne n’est libre et prêt-e à tenir ce poste à cette heure.</p>
			<?cs /if ?>
			<?cs call:pager(Pager) ?>
			<?cs if:subcount(Autres) ?>
				<details class="mt">
					<summary class="btn b3">
						Pourquoi d’autres n’y sont pas <?cs call:ic("down") ?>
					</summary>
					<ul class="s m">
						<?cs call:_pourquoi(Autres.occupe, "à un autre créneau ou événement à cette heure,
							ou sans leurs heures de repos") ?>
						<?cs call:_pourquoi(Autres.dedans, "déjà sur ce créneau") ?>
						<?cs call:_pourquoi(Autres.demande, "à qui c’est déjà demandé") ?>
						<?cs call:_pourquoi(Autres.formation, "sans ce que le poste demande, à votre
							connaissance") ?>
						<?cs call:_pourquoi(Autres.age, "sans l’âge demandé, ou dont il n’est pas
							connu") ?>
						<?cs call:_pourquoi(Autres.nouveau, "qui n’ont jamais tenu de créneau : la dernière
							place est gardée pour une personne habituée") ?>
						<?cs call:_pourquoi(Autres.pause, "en pause") ?>
						<?cs call:_pourquoi(Autres.refus, "qui ne souhaitent plus être sollicitées pour cette
							édition") ?>
					</ul>
				</details>
			<?cs /if ?>
		</section>
		<aside class="stack g5">
			<section class="panel stack g3" aria-labelledby="cr">
				<h2 id="cr" class="vh">Le créneau</h2>
				<p class="row nw g3">
					<span class="date" aria-hidden="true">
						<small><?cs var:Creneau.mois_court ?></small><?cs var:Creneau.numero ?>
					</span>
					<span class="grow">
						<b><?cs var:Creneau.quand ?></b>
						<br>
						<span class="s m">
							<?cs if:?Creneau.km ?>Km <?cs var:Creneau.km ?> <?cs /if ?>
							<?cs var:Creneau.lieu ?>
						</span>
					</span>
				</p>
				<div class="stack g1">
					<p class="row s">
						<b><?cs var:Creneau.pris ?> sur <?cs var:Creneau.maximum ?></b>
						<?cs if:Creneau.manque > #0 ?>
							<span class="push m">
								manque <?cs var:nb(Creneau.manque) ?> personne<?cs call:s(Creneau.manque) ?>
							</span>
						<?cs /if ?>
					</p>
					<meter max="<?cs var:Creneau.maximum ?>" value="<?cs var:Creneau.pris ?>"
						aria-label="<?cs var:Creneau.pris ?> places prises
							sur <?cs var:Creneau.maximum ?>"></meter>
				</div>
				<?cs each:x = Parti ?>
					<p class="s m">
						<?cs if:x.cherche_le ?><?cs var:x.prenom ?> cherche une relève.
						<?cs else ?><?cs var:x.prenom ?> s’est désisté-e.
						<?cs /if ?>
					</p>
				<?cs /each ?>
			</section>
			<section class="panel stack g3" aria-labelledby="mot">
				<h2 id="mot">Le message</h2>
				<?cs set:Form.texte.label = "Un mot de vous" ?>
				<?cs set:Form.texte.facultatif = "1" ?>
				<?cs call:texte_long("texte", "3") ?>
				<p class="hint">
					Le lieu, l’heure et les boutons « J’y vais » et « Je ne peux pas » s’ajoutent d’eux-mêmes.
					<?cs if:Besoin > #1 ?> Les <?cs var:Besoin ?> premiers oui ferment
					<?cs else ?> Le premier oui ferme
					<?cs /if ?> la demande ; les autres personnes sont prévenues.
				</p>
			</section>
		</aside>
	</form>
<?cs /if ?>
