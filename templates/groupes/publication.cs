<?cs include:"fil/macros.cs" ?>
<?cs include:"groupes/ariane.cs" ?>
<?cs call:erreurs() ?>
<?cs with:p = items.0 ?>
	<div class="cols" id="fil" data-live="o-<?cs var:p.id ?>">
		<div class="stack">
			<article class="post" id="p-<?cs var:p.id ?>">
				<?cs call:av(p) ?>
				<?cs call:publication_qui(p, #0) ?>
				<?cs if:p.genre == "action" || p.titre == "" || ?p.supprime ?>
					<h1 class="vh">Publication <?cs var:de(p.auteur) ?></h1>
				<?cs /if ?>
				<?cs call:publication_corps(p, Droit, "page") ?>
				<?cs if:!?p.supprime ?>
					<div class="row react">
						<?cs call:reactions(p.id, p.reactions, "la publication " + de(p.auteur)) ?>
						<a class="btn b3 narrow" href="#agir"><?cs call:ic("more") ?> Actions</a>
					</div>
				<?cs /if ?>
			</article>
			<?cs call:discussion(p.id, Droit, Retour) ?>
			<?cs call:reagir_ici(Retour) ?>
		</div>
		<aside class="stack g5">
			<?cs if:!?p.supprime ?>
				<?cs if:subcount(Etiquettes) ?><?cs call:etiquettes(Etiquettes, Etiquette.lien) ?><?cs /if ?>
				<section class="panel links" aria-labelledby="agir">
					<h2 id="agir">Cette publication</h2>
					<?cs if:p.mien && Droit > #1 && p.genre != "action" ?>
						<a href="/fil/<?cs var:p.id ?>/modifier"><?cs call:ic("pen") ?> Modifier</a>
					<?cs /if ?>
					<?cs if:Droit > #2 ?>
						<form method="post"
								action="/groupes/<?cs var:groupe.id ?>/publications/<?cs var:p.id ?>/epingle">
							<?cs call:csrf() ?>
							<button class="btn b3" name="haut"
									value="<?cs if:p.epingle ?>0<?cs else ?>1<?cs /if ?>">
								<?cs call:ic("pin") ?> <?cs if:p.epingle ?>Ne plus épingler
								<?cs else ?>Épingler en haut du fil
								<?cs /if ?>
							</button>
						</form>
					<?cs /if ?>
					<form method="post" action="/fil/<?cs var:p.id ?>/suivre">
						<?cs call:csrf() ?>
						<button class="btn b3" name="etat"
								value="<?cs if:Suivi == #1 ?>rien<?cs else ?>suivre<?cs /if ?>">
							<?cs call:ic("bell") ?> <?cs if:Suivi == #1 ?>Ne plus suivre
							<?cs else ?>Suivre les réponses
							<?cs /if ?>
						</button>
					</form>
					<?cs if:Etiquette.choisir ?><?cs call:etiqueter(p.id) ?><?cs /if ?>
					<?cs if:p.retouche ?>
						<a href="/fil/<?cs var:p.id ?>/versions"><?cs call:ic("clock") ?> Versions</a>
					<?cs /if ?>
					<?cs call:qui_voit(p.id) ?>
					<?cs if:!p.mien ?>
						<a href="/fil/<?cs var:p.id ?>/signaler"><?cs call:ic("flag") ?> Signaler</a>
					<?cs /if ?>
					<?cs if:p.mien || Droit > #2 ?>
						<a href="/fil/<?cs var:p.id ?>/supprimer"><?cs call:ic("x") ?> Supprimer</a>
					<?cs /if ?>
				</section>
				<?cs if:?p.sondage.genre && !p.sondage.clos && (p.mien || Droit > #2) ?>
					<section class="panel stack g3" aria-labelledby="clore">
						<h2 id="clore">Gérer les réponses</h2>
						<form method="post" action="/groupes/<?cs var:groupe.id ?>
									/publications/<?cs var:p.id ?>/relancer">
							<?cs call:csrf() ?>
							<button class="btn b2">
								<?cs call:ic("bell") ?> Relancer qui n’a pas répondu
							</button>
						</form>
						<form class="stack g3" method="post"
								action="/groupes/<?cs var:groupe.id ?>/publications/<?cs var:p.id ?>/clore">
							<?cs call:csrf() ?>
							<?cs if:p.sondage.genre == "dates" ?>
								<div class="f">
									<label for="choisi">Date retenue</label>
									<select id="choisi" name="choisi">
										<?cs each:o = p.sondage.questions.0.options ?>
											<option value="<?cs var:o.id ?>">
												<?cs var:o.texte ?>
												<?cs if:p.sondage.montre ?> (<?cs var:o.n ?> oui)<?cs /if ?>
											</option>
										<?cs /each ?>
									</select>
								</div>
								<button class="btn b2">Retenir cette date et clore</button>
							<?cs else ?>
								<button class="btn b2">Clore maintenant</button>
							<?cs /if ?>
						</form>
					</section>
				<?cs /if ?>
			<?cs /if ?>
		</aside>
	</div>
<?cs /with ?>
