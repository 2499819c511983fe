<?cs # What people write: publications, comments, reactions, polls. A page that shows reactions ends with
     call:reagir_ici(Retour): the one form that its buttons send. `html` comes from texte_html(), which lets
     nothing through. ?>
<?cs def:emoji(g) ?>
	<?cs if:g == #1 ?>💪
	<?cs elif:g == #2 ?>👏
	<?cs elif:g == #3 ?>❤️
	<?cs elif:g == #4 ?>🎉
	<?cs elif:g == #5 ?>💡
	<?cs else ?>🤔
	<?cs /if ?>
<?cs /def ?>

<?cs def:emoji_nom(g) ?>
	<?cs if:g == #1 ?>Je suis partant-e
	<?cs elif:g == #2 ?>Bravo
	<?cs elif:g == #3 ?>Merci
	<?cs elif:g == #4 ?>Victoire
	<?cs elif:g == #5 ?>Bonne idée
	<?cs else ?>À discuter
	<?cs /if ?>
<?cs /def ?>

<?cs def:reactions(id, liste, quoi) ?>
	<?cs each:x = liste ?>
		<button class="re" type="submit" id="r<?cs var:id ?>-<?cs var:x.genre ?>" form="reagir"
				formaction="/fil/<?cs var:id ?>/reactions" name="genre" value="<?cs var:x.genre ?>"
				aria-pressed="<?cs if:x.moi ?>true<?cs else ?>false<?cs /if ?>">
			<span aria-hidden="true">
				<?cs call:emoji(x.genre) ?><?cs if:x.n > #0 ?> <?cs var:x.n ?><?cs /if ?>
			</span>
			<span class="vh"><?cs call:emoji_nom(x.genre) ?> à <?cs var:quoi ?>, <?cs var:x.n ?></span>
		</button>
	<?cs /each ?>
<?cs /def ?>

<?cs def:reagir_ici(retour) ?>
	<form id="reagir" method="post" action="/fil">
		<?cs call:csrf_seul() ?><input type="hidden" name="retour" value="<?cs var:retour ?>">
	</form>
<?cs /def ?>

<?cs def:role_nom(role) ?>
	<?cs if:role == "coordination" ?>Coordination
	<?cs elif:role == "referent_plaidoyer" ?>Référence plaidoyer
	<?cs elif:role == "referent_communication" ?>Référence communication
	<?cs elif:role == "referent_evenements" ?>Référence événements
	<?cs /if ?>
<?cs /def ?>

<?cs def:av_sm(p) ?>
	<span class="av sm h<?cs var:p.teinte ?>" aria-hidden="true"><?cs var:p.initiales ?></span>
<?cs /def ?>

<?cs # One comment as a line of a list ?>
<?cs def:commentaire(c, url) ?>
	<?cs call:av_sm(c) ?>
	<div class="grow">
		<p>
			<b><?cs var:c.auteur ?></b> <small>
				<?cs call:quand(c.quand, c.cree_le) ?>
				<?cs if:c.retouche ?>, <a href="/fil/<?cs var:c.id ?>/versions">modifié</a><?cs /if ?>
			</small>
		</p>
		<?cs uvar:c.corpsHtml ?>
		<?cs if:?c.suite ?>
			<p>
				<a class="btn b3" href="<?cs var:url_validate(url) ?>#c-<?cs var:c.id ?>">
					Lire la suite<span class="vh"> du commentaire <?cs var:de(c.auteur) ?></span>
				</a>
			</p>
		<?cs /if ?>
	</div>
<?cs /def ?>

<?cs # A poll, quiz or date finder; p: the publication, droit: what the reader may do in its group ?>
<?cs def:reponse(s, q, o) ?>
	<?cs if:s.genre == "dates" ?>
		<fieldset class="stack g1">
			<legend>
				<?cs var:o.texte ?>
				<?cs if:o.choisi ?> <span class="tag ok"><?cs call:ic("check") ?> Date retenue</span>
				<?cs /if ?>
			</legend>
			<?cs if:s.montre ?>
				<p class="row">
					<span class="grow s m">
						<?cs if:o.peut_etre > #0 ?><?cs var:o.peut_etre ?> si besoin<?cs /if ?>
					</span>
					<b><?cs var:o.n ?> oui</b>
				</p>
				<meter max="<?cs var:s.echelle ?>" value="<?cs var:o.n ?>"
					aria-label="<?cs var:o.n ?> sur <?cs var:s.votants ?>"></meter>
			<?cs /if ?>
			<?cs if:!s.clos ?>
				<div class="row g5">
					<label class="ck">
						<input type="radio" name="d<?cs var:o.id ?>" value="1"
							<?cs if:o.mien == "1" ?> checked<?cs /if ?>> Oui
					</label>
					<label class="ck">
						<input type="radio" name="d<?cs var:o.id ?>" value="2"
							<?cs if:o.mien == "2" ?> checked<?cs /if ?>> Si besoin
					</label>
					<label class="ck">
						<input type="radio" name="d<?cs var:o.id ?>" value="0"
							<?cs if:o.mien == "0" ?> checked<?cs /if ?>> Non
					</label>
				</div>
			<?cs /if ?>
		</fieldset>
	<?cs else ?>
		<div>
			<?cs if:s.clos || (s.vote && (s.secret || s.genre == "quiz")) ?>
				<p class="row">
					<span class="grow">
						<?cs var:o.texte ?>
						<?cs if:o.juste == "1" ?> <span class="tag ok">
							<?cs call:ic("check") ?> Bonne réponse
						</span><?cs /if ?>
						<?cs if:o.mien == "1" ?> <span class="tag">Votre réponse</span><?cs /if ?>
					</span>
					<?cs if:s.montre ?><b><?cs var:o.n ?></b><?cs /if ?>
				</p>
			<?cs else ?>
				<label class="ck">
					<input type="<?cs if:s.plusieurs || q.plusieurs ?>checkbox<?cs else ?>radio<?cs /if ?>"
						name="q<?cs var:q.id ?>" value="<?cs var:o.id ?>"
						<?cs if:o.mien == "1" ?> checked<?cs /if ?>>
					<span class="grow"><?cs var:o.texte ?></span>
					<?cs if:s.montre ?><b><?cs var:o.n ?></b><?cs /if ?>
				</label>
			<?cs /if ?>
			<?cs if:s.montre ?>
				<meter max="<?cs var:s.echelle ?>" value="<?cs var:o.n ?>"
					aria-label="<?cs var:o.n ?> sur <?cs var:s.votants ?>"></meter>
			<?cs /if ?>
		</div>
	<?cs /if ?>
<?cs /def ?>

<?cs def:sondage(p, droit) ?>
	<?cs set:Sondage.actif = "" ?>
	<?cs if:!p.sondage.clos && droit > #1 && !(p.sondage.vote && (p.sondage.secret
			|| p.sondage.genre == "quiz")) ?>
		<?cs set:Sondage.actif = "1" ?>
	<?cs /if ?>
	<form class="poll stack g3" method="post" id="v<?cs var:p.id ?>"
			data-ici="Réponse enregistrée."
			action="/groupes/<?cs var:p.groupe_id ?>/publications/<?cs var:p.id ?>/vote">
		<?cs call:csrf() ?>
		<?cs each:q = p.sondage.questions ?>
			<fieldset class="stack g1">
				<legend<?cs if:!?q.texte || q.texte == "" ?> class="vh"<?cs /if ?>>
					<?cs if:?q.texte && q.texte != "" ?><?cs var:q.texte ?>
					<?cs else ?><?cs var:p.titre ?>
					<?cs /if ?>
				</legend>
				<?cs each:o = q.options ?><?cs call:reponse(p.sondage, q, o) ?><?cs /each ?>
				<?cs if:?q.explication && q.explication != "" ?>
					<p class="s m"><?cs var:q.explication ?></p>
				<?cs /if ?>
			</fieldset>
		<?cs /each ?>
		<?cs if:?p.sondage.score && p.sondage.score != "" ?>
			<p class="alert ok">
				<?cs call:ic("check") ?>
				<span>
					Votre score : <?cs var:p.sondage.score ?> sur <?cs var:subcount(p.sondage.questions) ?>
				</span>
			</p>
		<?cs /if ?>
		<?cs if:p.sondage.genre == "dates" && p.sondage.choisi_id ?>
			<p class="row">
				<a class="btn b2"
						href="/groupes/<?cs var:p.groupe_id ?>/publications/<?cs var:p.id ?>/date.ics">
					<?cs call:ic("cal") ?> Ajouter à mon agenda
				</a>
				<?cs if:p.sondage.cree ?>
					<a class="btn b2" href="/agenda/nouveau?sondage=<?cs var:p.id ?>">
						<?cs call:ic("plus") ?> Créer l’événement
					</a>
				<?cs /if ?>
			</p>
		<?cs /if ?>
		<p class="row">
			<?cs if:Sondage.actif ?>
				<button class="btn b2">
					<?cs if:p.sondage.vote ?>Changer mon vote
					<?cs else ?><?cs if:p.sondage.genre == "sondage" ?>Voter<?cs else ?>Répondre<?cs /if ?>
					<?cs /if ?>
				</button>
			<?cs /if ?>
			<span class="s m">
				<?cs var:p.sondage.votants ?> <?cs if:p.sondage.genre == "sondage" ?>vote
				<?cs else ?>réponse
				<?cs /if ?><?cs call:s(p.sondage.votants) ?>
				<?cs if:p.sondage.secret ?>, vote secret<?cs /if ?>
				<?cs if:p.sondage.clos ?>, clos
				<?cs elif:?p.sondage.jusque ?>, jusqu’au <?cs var:p.sondage.jusque ?>
				<?cs /if ?>
				<?cs if:!p.sondage.montre ?>
					<?cs if:p.sondage.resultat == "vote" && !p.sondage.secret ?>, résultat après votre vote
					<?cs else ?>, résultat à la clôture
					<?cs /if ?>
				<?cs /if ?>
			</span>
		</p>
	</form>
<?cs /def ?>

<?cs # The text of a publication and what hangs on it ?>
<?cs def:publication_corps(p, droit, niveau) ?>
	<?cs if:?p.supprime ?>
		<p class="m">
			Publication supprimée par <?cs if:p.supprime_par != "" ?><?cs var:p.supprime_par ?>
			<?cs else ?>une personne effacée
			<?cs /if ?>, <?cs call:quand(p.supprime, p.supprime_le) ?>.
		</p>
	<?cs else ?>
		<?cs if:p.genre != "action" && p.titre != "" ?>
			<?cs if:niveau == "page" ?><h1 class="h"><?cs var:p.titre ?></h1>
			<?cs else ?><h2><a href="<?cs var:url_validate(p.url) ?>"><?cs var:p.titre ?></a></h2>
			<?cs /if ?>
		<?cs /if ?>
		<?cs if:p.texte != "" ?>
			<div class="stack g2"><?cs uvar:p.corpsHtml ?></div>
			<?cs if:?p.suite ?>
				<p>
					<a class="btn b3" href="<?cs var:url_validate(p.url) ?>">
						Lire la
						suite<span class="vh"> de ce que dit <?cs var:p.auteur ?>, <?cs var:p.quand ?></span>
					</a>
				</p>
			<?cs /if ?>
		<?cs /if ?>
		<?cs each:l = p.liens ?>
			<a class="file q" href="<?cs var:url_validate(l.url) ?>" rel="noopener noreferrer nofollow">
				<?cs call:ic("link") ?><span class="grow"><?cs var:l.titre ?></span>
			</a>
		<?cs /each ?>
		<?cs if:subcount(p.photos) ?>
			<ul class="grid tight" aria-label="Photos">
				<?cs each:f = p.photos ?><li><?cs call:photo(f) ?></li><?cs /each ?>
			</ul>
			<?cs if:p.photosEnPlus > #0 ?>
				<p class="s">
					<a href="<?cs var:url_validate(p.url) ?>">
						et <?cs var:p.photosEnPlus ?> autre<?cs call:s(p.photosEnPlus) ?>
					</a>
				</p>
			<?cs /if ?>
		<?cs /if ?>
		<?cs call:fichiers(p.fichiers) ?>
		<?cs if:p.genre != "action" ?>
			<?cs call:cartes(p.cartes) ?>
		<?cs /if ?>
		<?cs if:?p.sondage.genre ?><?cs call:sondage(p, droit) ?><?cs /if ?>
		<?cs if:p.important ?>
			<div class="row">
				<?cs if:p.lu ?>
					<span class="tag ok"><?cs call:ic("check") ?> Vous l’avez lu</span>
				<?cs else ?>
					<button class="btn b2" type="submit" form="reagir" formaction="/fil/<?cs var:p.id ?>/lu">
						J’ai lu
					</button>
				<?cs /if ?>
				<?cs if:?p.lectures ?>
					<b class="s">Lu par <?cs var:p.lectures ?>/<?cs var:p.membres ?></b>
				<?cs /if ?>
				<span class="s m">La coordination voit combien de membres ont lu.</span>
			</div>
		<?cs /if ?>
	<?cs /if ?>
<?cs /def ?>

<?cs # One publication of a feed; droit: what the reader may do; ailleurs: the feed is not that of its
     group ?>
<?cs def:publication_qui(p, ailleurs) ?>
	<?cs if:p.genre == "action" ?>
		<p class="by">
			<b><?cs var:p.auteur ?></b> a mené à bien <?cs if:subcount(p.cartes) ?>
				<a class="q" href="<?cs var:url_validate(p.cartes.0.url) ?>"><?cs var:p.titre ?></a>
			<?cs else ?>
				« <?cs var:p.titre ?> »
			<?cs /if ?>
			<?cs if:ailleurs ?> dans <a class="q" href="/groupes/<?cs var:p.groupe_id ?>">
				<?cs var:p.groupe ?>
			</a><?cs /if ?> <small>
				Fait <a class="q" href="<?cs var:url_validate(p.url) ?>">
					<?cs call:quand(p.quand, p.cree_le) ?>
				</a>
			</small>
		</p>
	<?cs else ?>
		<p class="by">
			<b><?cs var:p.auteur ?></b>
			<?cs if:ailleurs ?> dans <a class="q" href="/groupes/<?cs var:p.groupe_id ?>">
				<?cs var:p.groupe ?>
			</a><?cs /if ?>
			<?cs if:p.epingle && !ailleurs ?> <span class="tag"><?cs call:ic("pin") ?> Épinglé</span>
			<?cs /if ?><?cs if:p.important ?> <span class="tag warn">Important</span><?cs /if ?>
			<?cs if:p.siege ?> <span class="tag ok">Siège</span><?cs /if ?>
			<?cs if:p.genre == "question" ?> <span class="tag">Question</span>
			<?cs elif:p.genre == "merci" ?> <span class="tag h2"><?cs call:ic("heart") ?> Merci</span>
			<?cs elif:p.genre == "quiz" ?> <span class="tag">Quiz</span>
			<?cs /if ?> <small>
				<?cs if:p.role != "" ?><?cs call:role_nom(p.role) ?>,
				<?cs else ?>Publié
				<?cs /if ?> <a class="q" href="<?cs var:url_validate(p.url) ?>">
					<?cs call:quand(p.quand, p.cree_le) ?>
				</a>
				<?cs if:p.retouche && !?p.supprime ?>
					, <a href="/fil/<?cs var:p.id ?>/versions">modifié</a>
				<?cs /if ?>
			</small>
		</p>
	<?cs /if ?>
<?cs /def ?>

<?cs def:publication(p, droit, ailleurs) ?>
	<article class="post" id="p-<?cs var:p.id ?>">
		<?cs call:av(p) ?>
		<?cs call:publication_qui(p, ailleurs) ?>
		<?cs call:publication_corps(p, droit, "fil") ?>
		<?cs if:!?p.supprime || p.commentaires > #0 ?>
			<div class="row react">
				<?cs if:!?p.supprime ?>
					<?cs call:reactions(p.id, p.reactions, "la publication " + de(p.auteur)) ?>
				<?cs /if ?>
				<?cs if:droit < #2 || ?p.supprime || !subcount(p.derniers) || p.commentaires > #2 ?>
					<a class="re" href="<?cs var:url_validate(p.url) ?>#commentaires">
						<?cs call:ic("msg") ?> <?cs if:p.commentaires > #2 ?>
							Voir les <?cs var:p.commentaires ?> commentaires
						<?cs elif:droit > #1 ?>
							Commenter
						<?cs elif:p.commentaires > #0 ?>
							Commentaires
						<?cs else ?>
							Ouvrir
						<?cs /if ?><span class="vh"> (<?cs var:p.auteur ?>, <?cs var:p.quand ?>)</span>
					</a>
				<?cs /if ?>
			</div>
		<?cs /if ?>
		<?cs if:subcount(p.derniers) ?>
			<ol class="stack g3 thread">
				<?cs each:c = p.derniers ?>
					<li class="row nw"><?cs call:commentaire(c, p.url) ?></li>
				<?cs /each ?>
			</ol>
			<?cs if:droit > #1 && !?p.supprime ?>
				<form class="row nw fit thread" method="post" action="/fil/<?cs var:p.id ?>/commentaires">
					<?cs call:csrf() ?>
					<input type="hidden" name="retour" value="<?cs var:Retour ?>">
					<input type="text" id="rep<?cs var:p.id ?>" name="texte" maxlength="5000"
						placeholder="Répondre…"
						aria-label="Répondre à <?cs var:p.auteur ?>, <?cs var:p.quand ?>" required>
					<button class="ib" aria-label="Envoyer ma réponse à <?cs var:p.auteur ?>">
						<?cs call:ic("send") ?>
					</button>
				</form>
			<?cs /if ?>
		<?cs /if ?>
	</article>
<?cs /def ?>

<?cs # All that was said under an objet, and the place to say more ?>
<?cs def:discussion(id, droit, retour) ?>
	<section class="stack g3" id="commentaires" aria-labelledby="coms">
		<h2 class="ttl" id="coms">Commentaires</h2>
		<?cs if:?Precedents ?>
			<p>
				<a class="btn b3" href="<?cs var:url_validate(Precedents) ?>">
					Voir les commentaires précédents
				</a>
			</p>
		<?cs /if ?>
		<?cs if:subcount(commentaires) ?>
			<ol class="stack g3 thread">
				<?cs each:c = commentaires ?>
					<li id="c-<?cs var:c.id ?>"
							<?cs if:c.reponse ?> class="row nw sub"<?cs else ?> class="row nw"<?cs /if ?>>
						<?cs if:?c.supprime ?>
							<p class="s m">
								Commentaire supprimé par <?cs if:c.supprime_par != "" ?>
									<?cs var:c.supprime_par ?>
								<?cs else ?>
									une personne effacée
								<?cs /if ?>, <?cs call:quand(c.supprime, c.supprime_le) ?>.
							</p>
						<?cs else ?>
							<?cs call:av_sm(c) ?>
							<div class="grow">
								<p>
									<b><?cs var:c.auteur ?></b> <small>
										<?cs call:quand(c.quand, c.cree_le) ?>
										<?cs if:c.retouche ?>
											, <a href="/fil/<?cs var:c.id ?>/versions">modifié</a>
										<?cs /if ?> <?cs if:droit > #1 && !c.reponse ?>
											<a href="<?cs var:url_validate(c.repondre) ?>">
												Répondre<span class="vh"> à <?cs var:c.auteur ?></span>
											</a> <?cs /if ?>
										<?cs if:c.mien ?>
											<a href="/fil/<?cs var:c.id ?>/modifier">
												Modifier<span class="vh"> mon commentaire, <?cs var:c.quand ?>
												</span>
											</a>
										<?cs else ?>
											<a href="/fil/<?cs var:c.id ?>/signaler">
												Signaler<span class="vh"> le
													commentaire <?cs var:de(c.auteur) ?>, <?cs var:c.quand ?>
												</span>
											</a>
										<?cs /if ?> <?cs if:c.mien || droit > #2 ?>
											<a href="/fil/<?cs var:c.id ?>/supprimer">
												Supprimer<span class="vh"> le
													commentaire <?cs var:de(c.auteur) ?>, <?cs var:c.quand ?>
												</span>
											</a> <?cs /if ?>
									</small>
								</p>
								<?cs uvar:c.corpsHtml ?>
							</div>
						<?cs /if ?>
					</li>
				<?cs /each ?>
			</ol>
		<?cs else ?>
			<p class="s m">Pas encore de commentaire.</p>
		<?cs /if ?>
		<?cs if:droit > #1 ?>
			<form class="stack g2" id="repondre" method="post" action="/fil/<?cs var:id ?>/commentaires">
				<?cs call:csrf() ?>
				<?cs if:?Reponse && Reponse != "" ?>
					<input type="hidden" name="reponse" value="<?cs var:Reponse ?>">
				<?cs /if ?>
				<?cs set:Form.texte.label = "Votre commentaire" ?>
				<?cs if:?Reponse && Reponse != "" ?><?cs set:Form.texte.label = "Votre réponse" ?><?cs /if ?>
				<?cs set:Form.texte.objet = id ?>
				<?cs set:Form.texte.brouillon = "c" + id ?>
				<?cs call:editeur("texte", "2") ?>
				<p class="row"><button class="btn"><?cs call:ic("send") ?> Envoyer</button></p>
			</form>
		<?cs /if ?>
	</section>
<?cs /def ?>
