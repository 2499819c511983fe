<?cs include:"fil/macros.cs" ?>
<?cs set:Form.mot.label = "Un mot à l’équipe" ?>
<?cs set:Form.mot.facultatif = "1" ?>
<?cs set:Form.invites.label = "Personnes qui viennent avec vous" ?>

<?cs # Which date, when there is one to tell ?>
<?cs def:la_date() ?>
	<?cs if:evenement.rrule ?>
		<input type="hidden" name="date" value="<?cs var:seance.jour ?>">
	<?cs /if ?>
<?cs /def ?>

<?cs def:invites(n) ?>
	<?cs if:evenement.invites_max > #0 ?>
		<div class="f">
			<?cs call:_label("invites") ?>
			<input type="number"<?cs call:_attrs("invites") ?> min="0"
				max="<?cs var:evenement.invites_max ?>"
				value="<?cs if:?Form.invites.value ?><?cs var:Form.invites.value ?><?cs else ?><?cs var:n ?>
						<?cs /if ?>">
			<?cs call:_erreur("invites") ?>
		</div>
	<?cs /if ?>
<?cs /def ?>

<?cs def:jauge() ?>
	<div class="stack g1">
		<p class="row s">
			<b><?cs var:seance.pris.texte ?> inscrit-e-s</b>
			<?cs if:evenement.places != "" ?>
				<span class="push m">
					<?cs var:evenement.places.texte ?> place<?cs call:s(evenement.places) ?>
					<?cs if:seance.gardees > #0 ?>, dont <?cs var:seance.gardees.texte ?> réservée
						<?cs call:s(seance.gardees) ?><?cs /if ?>
				</span>
			<?cs /if ?>
		</p>
		<?cs if:evenement.places > #0 ?>
			<meter max="<?cs var:evenement.places ?>" value="<?cs var:seance.pris ?>"
				aria-label="<?cs var:seance.pris.texte ?> places prises
					sur <?cs var:evenement.places.texte ?>"></meter>
		<?cs /if ?>
		<?cs if:Complet && seance.attente > #0 ?>
			<p class="s m">
				<?cs var:seance.attente.texte ?> personne<?cs call:s(seance.attente) ?> en attente
			</p>
		<?cs /if ?>
	</div>
<?cs /def ?>

<?cs # One button that posts, with the date ?>
<?cs def:bouton(quoi, classe, texte) ?>
	<form method="post" action="/agenda/<?cs var:evenement.id ?>/<?cs var:quoi ?>">
		<?cs call:csrf() ?>
		<?cs call:la_date() ?>
		<button class="btn <?cs var:classe ?>"><?cs var:texte ?></button>
	</form>
<?cs /def ?>

<?cs def:partir(texte) ?>
	<?cs call:bouton("desinscription", "b3", texte) ?>
	<?cs if:evenement.rrule && seance.serie ?>
		<form method="post" action="/agenda/<?cs var:evenement.id ?>/desinscription">
			<?cs call:csrf() ?>
			<button class="btn b3">Quitter toute la série</button>
		</form>
	<?cs /if ?>
<?cs /def ?>

<?cs def:volet_inscrit() ?>
	<p class="row"><span class="tag ok"><?cs call:ic("check") ?> Vous participez</span></p>
	<?cs if:?seance.confirmer ?>
		<?cs call:alerte("warn", "Confirmez avant le " + seance.confirmer + ", sinon la place ira à une
			autre personne.") ?>
		<?cs call:bouton("confirmation", "", "Je confirme ma venue") ?>
	<?cs elif:seance.phrase ?>
		<p class="s"><?cs var:seance.phrase ?></p>
	<?cs /if ?>
	<?cs call:jauge() ?>
	<?cs if:evenement.invites_max > #0 ?>
		<form class="stack g3" method="post" action="/agenda/<?cs var:evenement.id ?>/inscription">
			<?cs call:csrf() ?>
			<?cs call:la_date() ?>
			<?cs call:invites(seance.invites) ?>
			<button class="btn b2">Changer ce nombre</button>
		</form>
	<?cs /if ?>
	<?cs call:partir("Je ne viens plus") ?>
<?cs /def ?>

<?cs def:volet_attente() ?>
	<p>
		<b>Vous êtes n° <?cs var:seance.rang ?> sur la liste d’attente</b>
		<?cs if:seance.invites > #0 ?>, avec <?cs var:nb(seance.invites) ?> personne
			<?cs call:s(seance.invites) ?><?cs /if ?>.
	</p>
	<?cs if:seance.phrase ?><p class="s"><?cs var:seance.phrase ?></p><?cs /if ?>
	<?cs if:seance.offre > #0 ?>
		<form class="stack g3" method="post" action="/agenda/<?cs var:evenement.id ?>/offre">
			<?cs call:csrf() ?>
			<?cs call:la_date() ?>
			<p class="s m">
				<?cs var:seance.offre ?> place<?cs call:s(seance.offre) ?> gardée<?cs call:s(seance.offre) ?>
				pour vous jusqu’au <?cs var:seance.offre_moment ?>.
			</p>
			<button class="btn" name="reponse" value="prendre">
				<?cs if:seance.offre > #1 ?>Prendre ces <?cs var:seance.offre ?> places
				<?cs else ?>Prendre cette place
				<?cs /if ?>
			</button>
			<button class="btn b2" name="reponse" value="garder">Garder mon rang</button>
		</form>
	<?cs /if ?>
	<?cs call:jauge() ?>
	<?cs call:partir("Quitter la liste d’attente") ?>
<?cs /def ?>

<?cs def:volet_ouvert() ?>
	<?cs call:jauge() ?>
	<?cs if:?ailleurs.id ?>
		<p class="alert warn">
			<?cs call:ic("warn") ?>
			<span>
				À la même heure, vous venez déjà ailleurs : <a
						href="/agenda/<?cs var:ailleurs.id ?>?date=<?cs var:ailleurs.jour ?>">
					<?cs var:ailleurs.titre ?>
				</a>
			</span>
		</p>
	<?cs /if ?>
	<?cs if:evenement.rrule ?>
		<fieldset class="opts">
			<legend>Vous venez</legend>
			<label class="ck">
				<input type="radio" name="date" value="<?cs var:seance.jour ?>" checked>
				<span>À cette date <small class="m"><?cs var:seance.quand ?></small></span>
			</label>
			<label class="ck">
				<input type="radio" name="date" value="">
				<span>
					À toutes les dates à venir <small class="m">et à celles qui s’ajouteront</small>
				</span>
			</label>
		</fieldset>
	<?cs /if ?>
	<?cs call:invites("0") ?>
	<?cs call:questions() ?>
	<?cs if:subcount(questions) ?>
		<p class="hint">Qui organise lit vos réponses ; elles sont effacées trois mois après.</p>
	<?cs /if ?>
	<div class="f">
		<?cs call:_label("mot") ?>
		<input type="text"<?cs call:_attrs("mot") ?> maxlength="1000" value="<?cs var:Form.mot.value ?>">
		<?cs call:_erreur("mot") ?>
	</div>
	<?cs if:Complet ?>
		<button class="btn">Rejoindre la liste d’attente</button>
		<p class="hint">C’est complet. Nous vous écrirons dès qu’une place se libère pour vous.</p>
	<?cs elif:evenement.mode == "demande" ?>
		<button class="btn">Demander à participer</button>
		<p class="hint">La personne qui organise accepte ou refuse, et vous recevez sa réponse.</p>
	<?cs else ?>
		<button class="btn">Confirmer ma venue</button>
		<p class="hint">Rappel par courriel la veille. Vous pourrez annuler à tout moment.</p>
	<?cs /if ?>
<?cs /def ?>

<?cs # Everything of the panel but the form to come, which is the panel itself ?>
<?cs def:volet() ?>
	<?cs if:Volet == "inscrit" ?><?cs call:volet_inscrit() ?>
	<?cs elif:Volet == "attente" ?><?cs call:volet_attente() ?>
	<?cs elif:Volet == "demande" ?>
		<p><b>Votre demande attend une réponse.</b></p>
		<p class="s m">La personne qui organise accepte ou refuse, et vous recevrez un message.</p>
		<?cs call:partir("Retirer ma demande") ?>
	<?cs elif:Volet == "refuse" ?>
		<p><?cs var:seance.phrase ?></p>
	<?cs elif:Volet == "annulee" ?>
		<p>C’est annulé : on ne s’y inscrit plus.</p>
	<?cs elif:Volet == "brouillon" ?>
		<p>On pourra s’inscrire dès que l’événement sera publié.</p>
	<?cs elif:Volet == "passee" ?>
		<p>
			<?cs if:seance.present_le != "" ?>Vous y étiez.
			<?cs elif:seance.mon_etat == "inscrit" ?>Vous y étiez inscrit-e.
			<?cs else ?>C’est passé : on ne s’inscrit plus.
			<?cs /if ?>
		</p>
		<p class="s m"><?cs var:seance.pris.texte ?> inscrit-e-s</p>
	<?cs elif:Volet == "sans" ?>
		<p>Venez simplement : on ne s’inscrit pas à cet événement.</p>
	<?cs else ?>
		<?cs call:jauge() ?>
		<p>Les inscriptions sont fermées.</p>
	<?cs /if ?>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<?cs if:evenement.groupe ?>
			<li><a href="/groupes/<?cs var:evenement.groupe_id ?>"><?cs var:evenement.groupe ?></a></li>
		<?cs /if ?>
	</ol>
</nav>
<?cs if:?Refus ?><?cs call:alerte("warn", Refus) ?><?cs /if ?>
<?cs call:erreurs() ?>
<?cs with:e = evenement ?>
	<?cs if:Volet == "annulee" ?>
		<p class="alert bad">
			<?cs call:ic("warn") ?>
			<span>
				<b>Annulé.</b> <?cs if:seance.motif ?><?cs var:seance.motif ?>
				<?cs else ?><?cs var:e.motif ?>
				<?cs /if ?>
			</span>
		</p>
	<?cs /if ?>
	<div class="cols">
		<div class="stack g6">
			<div class="stack g3">
				<p class="row">
					<?cs if:e.groupe ?>
						<span class="tag h<?cs var:seance.teinte ?>"><?cs var:e.groupe ?></span>
					<?cs /if ?>
					<span class="tag">
						<?cs if:e.visibilite == "public" ?><?cs call:ic("globe") ?> Ouvert à tout le monde
						<?cs elif:e.visibilite == "benevoles" ?>
							<?cs call:ic("globe") ?> Visible de tous les bénévoles
						<?cs elif:e.visibilite == "groupes" ?><?cs call:ic("groups") ?> Réservé à des groupes
						<?cs else ?><?cs call:ic("lock") ?> Sur invitation
						<?cs /if ?>
					</span>
					<?cs if:e.etat == "brouillon" ?><span class="tag">Brouillon</span><?cs /if ?>
				</p>
				<h1><?cs var:e.titre ?></h1>
				<p class="row nw g3">
					<span class="date" aria-hidden="true">
						<small><?cs var:seance.mois_court ?></small><?cs var:seance.numero ?>
					</span>
					<span class="grow">
						<b><?cs var:seance.quand ?></b>
						<?cs if:seance.lieu ?><br>
							<span class="m"><?cs var:seance.lieu ?></span>
						<?cs /if ?>
						<?cs if:e.lien ?><br>
							<a href="<?cs var:url_validate(e.lien) ?>" rel="noreferrer">Rejoindre en ligne</a>
						<?cs /if ?>
					</span>
				</p>
				<p class="row">
					<?cs if:Volet == "ouverte" ?>
						<a class="btn narrow" href="#ins">
							<?cs if:Complet ?>Rejoindre la liste d’attente
							<?cs else ?><?cs call:ic("check") ?> Je participe
							<?cs /if ?>
						</a>
					<?cs /if ?>
					<?cs if:e.etat != "brouillon" ?>
						<a class="btn b2" href="/agenda/<?cs var:e.id ?>.ics">
							<?cs call:ic("cal") ?> Ajouter à mon agenda
						</a>
					<?cs /if ?>
					<?cs if:seance.lieu ?>
						<a class="btn b3" rel="noreferrer"
								href="https://www.openstreetmap.org/search?query=<?cs var:Plan ?>">
							<?cs call:ic("pin") ?> Voir le plan
						</a>
					<?cs /if ?>
					<button class="btn b3" type="button" data-say="Lien copié"
							data-copy="/agenda/<?cs var:e.id ?>" hidden>
						<?cs call:ic("link") ?> Copier le lien
					</button>
				</p>
			</div>
			<?cs if:e.texte ?>
				<div class="read">
					<?cs uvar:e.texteHtml ?>
					<?cs # out of texte_html() ?>
				</div>
			<?cs /if ?>
			<?cs if:seance.viennent > #0 ?>
				<section aria-labelledby="qui">
					<div class="ttl">
						<h2 id="qui">Elles et ils y seront</h2>
						<?cs if:Organise ?>
							<a class="s push"
									href="/agenda/<?cs var:e.id ?>/inscrits?date=<?cs var:seance.jour ?>">
								<?cs if:seance.viennent > #1 ?>Les <?cs var:seance.viennent.texte ?> personnes
								<?cs else ?>La liste
								<?cs /if ?>
							</a>
						<?cs /if ?>
					</div>
					<p class="row">
						<?cs if:subcount(viennent) ?>
							<span class="avs">
								<?cs each:p = viennent ?><?cs call:av(p) ?><?cs /each ?>
							</span>
						<?cs /if ?>
						<span class="m">
							<?cs if:Prenoms ?>
								<?cs var:Prenoms ?><?cs if:Autres > #0 ?> et <?cs var:Autres.texte ?> autre
									<?cs call:s(Autres) ?><?cs /if ?>
							<?cs else ?>
								<?cs var:seance.viennent.texte ?> personne<?cs call:s(seance.viennent) ?>
							<?cs /if ?>
						</span>
					</p>
				</section>
			<?cs /if ?>
			<?cs if:subcount(fichiers) ?>
				<section aria-labelledby="fic">
					<h2 class="ttl" id="fic">Pour préparer</h2>
					<div class="grid"><?cs each:f = fichiers ?><?cs call:fichier(f) ?><?cs /each ?></div>
				</section>
			<?cs /if ?>
			<?cs if:subcount(dates) ?>
				<section aria-labelledby="dates">
					<h2 class="ttl" id="dates">Les dates à venir</h2>
					<ul class="rows">
						<?cs each:d = dates ?>
							<li class="hit row nw">
								<p class="grow q">
									<a href="/agenda/<?cs var:e.id ?>?date=<?cs var:d.jour ?>"
											<?cs if:d.ici ?> aria-current="page"<?cs /if ?>>
										<?cs var:d.quand ?>
									</a>
								</p>
								<?cs if:d.annulee ?><span class="tag bad">Annulée</span>
								<?cs elif:d.mon_etat == "inscrit" ?>
									<span class="tag ok"><?cs call:ic("check") ?> Vous participez</span>
								<?cs elif:d.mon_etat == "attente" ?><span class="tag">En attente</span>
								<?cs elif:d.mon_etat == "demande" ?><span class="tag">Demande envoyée</span>
								<?cs elif:d.deplace ?><span class="tag">Déplacée</span>
								<?cs /if ?>
							</li>
						<?cs /each ?>
					</ul>
				</section>
			<?cs /if ?>
			<?cs include:"agenda/fiche_creneaux.cs" ?>
			<?cs include:"agenda/organiser.cs" ?>
			<?cs call:discussion(e.id, e.droit, Retour) ?>
		</div>
		<aside class="stack g5">
			<?cs if:Volet == "ouverte" ?>
				<form class="panel stack" method="post" action="/agenda/<?cs var:e.id ?>/inscription"
						aria-labelledby="ins">
					<?cs call:csrf() ?>
					<h2 id="ins">Je participe</h2>
					<?cs call:volet_ouvert() ?>
				</form>
			<?cs else ?>
				<section class="panel stack" aria-labelledby="ins">
					<h2 id="ins">Participer</h2>
					<?cs call:volet() ?>
				</section>
			<?cs /if ?>
			<?cs if:e.organisateur_id ?>
				<section class="panel" aria-labelledby="org">
					<h2 id="org">Une question ?</h2>
					<?cs if:e.organisateur_vu ?>
						<a class="who" href="/contacts/<?cs var:e.organisateur_id ?>">
							<?cs call:av(e) ?>
							<span>
								<?cs var:e.prenom ?> <?cs var:e.nom ?> <small>Organise cet événement</small>
							</span>
						</a>
					<?cs else ?>
						<p class="who">
							<?cs call:av(e) ?>
							<span>
								<?cs var:e.prenom ?> <?cs var:e.nom ?> <small>Organise cet événement</small>
							</span>
						</p>
					<?cs /if ?>
				</section>
			<?cs /if ?>
			<?cs if:Organise && e.etat == "publie" && e.mode != "aucune" ?>
				<form class="panel stack g2" method="post" action="/agenda/<?cs var:e.id ?>/inscriptions"
						aria-labelledby="porte">
					<?cs call:csrf() ?>
					<h2 id="porte">Les inscriptions</h2>
					<a class="btn b2" href="/agenda/<?cs var:e.id ?>/inscrits?date=<?cs var:seance.jour ?>">
						Voir qui vient
					</a>
					<a class="btn b3" href="/agenda/<?cs var:e.id ?>/questions">Poser des questions</a>
					<?cs if:e.inscriptions == "fermees" ?>
						<p class="s m">Elles sont fermées : personne n’entre, personne n’est promu.</p>
						<button class="btn b2" name="etat" value="ouvertes">Les ouvrir</button>
					<?cs else ?>
						<p class="s m">
							Elles sont ouvertes<?cs if:?e.cloture_moment ?>
								jusqu’au <?cs var:e.cloture_moment ?><?cs /if ?>.
						</p>
						<button class="btn b2" name="etat" value="fermees">Les fermer</button>
					<?cs /if ?>
				</form>
			<?cs /if ?>
			<nav class="panel links" aria-label="Cet événement">
				<?cs call:suivre(Suivi) ?>
				<?cs if:subcount(Etiquettes) ?><?cs call:etiquettes(Etiquettes, Etiquette.lien) ?><?cs /if ?>
				<?cs if:Etiquette.choisir ?><?cs call:etiqueter(e.id) ?><?cs /if ?><?cs call:qui_voit(e.id) ?>
			</nav>
		</aside>
	</div>
<?cs /with ?>
