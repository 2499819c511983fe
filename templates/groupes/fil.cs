<?cs include:"groupes/onglets.cs" ?>
<?cs include:"fil/macros.cs" ?>
<?cs include:"agenda/prochains.cs" ?>
<?cs include:"actualites/macros.cs" ?>

<?cs def:composer_texte() ?>
	<div class="f">
		<label for="f-texte">Votre message</label>
		<textarea id="f-texte" name="texte" rows="4" maxlength="20000" data-draft="g<?cs var:groupe.id ?>"
			required></textarea>
	</div>
<?cs /def ?>

<div class="cols">
	<div id="fil" data-live="o-<?cs var:groupe.id ?>">
		<?cs if:Droit == #0 ?>
			<div class="empty">
				<?cs call:ic("lock") ?>
				<h2>Ce qui se dit ici est pour les membres</h2>
				<p>
					<?cs if:groupe.mien ?>
						Votre demande est transmise à la coordination : vous lirez et participerez dès qu’elle
						vous aura accueilli-e.
					<?cs elif:?Droits.rejoint && Droits.rejoint != "attente" ?>
						Rejoignez le groupe, ou demandez à sa coordination, pour lire et participer.
					<?cs else ?>
						Sa coordination répond à vos questions.
					<?cs /if ?>
				</p>
				<?cs if:subcount(equipe) ?>
					<p>
						<a class="btn b2" href="<?cs var:url_validate(Equipe.ecrire) ?>">
							<?cs call:ic("msg") ?> Écrire à la coordination
						</a>
					</p>
				<?cs elif:User.level < #2 ?>
					<p>
						<a class="btn b2" href="/messages/siege"><?cs call:ic("msg") ?> Écrire au Siège</a>
					</p>
				<?cs /if ?>
			</div>
		<?cs else ?>
			<?cs if:Droit > #1 ?>
				<details class="composer" id="publier">
					<summary class="file">
						<span class="av h<?cs var:User.teinte ?>" aria-hidden="true">
							<?cs var:User.initiales ?>
						</span>
						<span class="m">Une nouvelle, une question, une photo à partager ?</span>
					</summary>
					<form class="stack g3" method="post" action="/groupes/<?cs var:groupe.id ?>/publications">
						<?cs call:csrf() ?>
						<?cs call:composer_texte() ?>
						<div class="row">
							<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/publications/nouvelle">
								<?cs call:ic("clip") ?> Joindre, titrer…
							</a>
							<a class="btn b3"
									href="/groupes/<?cs var:groupe.id ?>/publications/nouvelle?genre=sondage">
								<?cs call:ic("poll") ?> Sondage
							</a>
							<button class="btn push">Publier</button>
						</div>
					</form>
				</details>
			<?cs /if ?>
			<?cs if:subcount(epingles) || subcount(items) ?>
				<div class="rows">
					<?cs each:p = epingles ?><?cs call:publication(p, Droit, #0) ?><?cs /each ?>
					<?cs each:p = items ?><?cs call:publication(p, Droit, #0) ?><?cs /each ?>
				</div>
			<?cs else ?>
				<div class="empty">
					<?cs call:ic("msg") ?>
					<h2>Rien n’est encore publié</h2>
					<p>
						Une première nouvelle, une question, la date de la prochaine réunion : le groupe sera
						prévenu.
					</p>
				</div>
			<?cs /if ?>
			<?cs if:?Suite ?>
				<p class="pager"><a href="<?cs var:url_validate(Suite) ?>">Voir la suite du fil</a></p>
			<?cs /if ?>
			<?cs if:subcount(items) || subcount(epingles) ?><?cs call:reagir_ici(Retour) ?><?cs /if ?>
		<?cs /if ?>
	</div>
	<aside class="stack g5">
		<?cs if:Droits.gere || subcount(Soin) ?>
			<nav class="links panel" aria-label="Prendre soin du groupe">
				<?cs if:Droits.ecrit ?>
					<a href="/groupes/<?cs var:groupe.id ?>/inviter">Ajouter ou inviter</a>
				<?cs /if ?>
				<?cs if:Droits.gere ?>
					<a href="/groupes/<?cs var:groupe.id ?>/demandes">
						Demandes<?cs if:Droits.demandes > #0 ?> <b><?cs var:Droits.demandes ?></b><?cs /if ?>
					</a>
				<?cs /if ?>
				<?cs if:?Soin.accueil ?>
					<a href="/contacts/accueil?vue=tous&amp;groupe=<?cs var:groupe.id ?>">
						Personnes à accueillir
						<?cs if:Soin.accueil > #0 ?> <b><?cs var:Soin.accueil ?></b><?cs /if ?>
					</a>
				<?cs /if ?>
				<?cs if:?Soin.silence ?>
					<a href="/contacts/silence?groupe=<?cs var:groupe.id ?>">Sans nouvelles</a>
				<?cs /if ?>
				<?cs if:?Soin.imports ?><a href="/imports">Importer un tableau</a><?cs /if ?>
				<?cs if:Droits.gere ?>
					<a href="/groupes/<?cs var:groupe.id ?>/membres.xlsx" download>Exporter les membres</a>
				<?cs /if ?>
				<?cs if:Droits.gere && groupe.mien ?>
					<a href="/groupes/<?cs var:groupe.id ?>/passer-la-main">Passer la main</a>
				<?cs /if ?>
			</nav>
		<?cs /if ?>
		<?cs if:Signalements > #0 ?>
			<p class="alert warn">
				<?cs call:ic("warn") ?>
				<span>
					<a href="/groupes/<?cs var:groupe.id ?>/signalements">
						<?cs var:Signalements ?> texte<?cs call:s(Signalements) ?> à vérifier
					</a>
				</span>
			</p>
		<?cs /if ?>
		<?cs if:subcount(rdv) ?>
			<section aria-labelledby="gev">
				<div class="ttl">
					<h2 id="gev">À venir</h2>
					<a class="s push" href="/agenda?groupe=<?cs var:groupe.id ?>">Agenda</a>
				</div>
				<?cs call:prochains(rdv) ?>
			</section>
		<?cs /if ?>
		<?cs if:subcount(actualites) ?>
			<section aria-labelledby="gac">
				<div class="ttl">
					<h2 id="gac">Actualités</h2>
					<a class="s push" href="/actualites?groupe=<?cs var:groupe.id ?>">Toutes</a>
				</div>
				<ul class="rows"><?cs each:a = actualites ?><?cs call:breve(a) ?><?cs /each ?></ul>
			</section>
		<?cs /if ?>
		<?cs if:subcount(priorites) || Droit > #2 ?>
			<section class="panel" aria-labelledby="gprio">
				<h2 id="gprio"><?cs call:ic("star") ?> Nos priorités</h2>
				<?cs if:subcount(priorites) ?>
					<ol class="stack g1 s nums">
						<?cs each:p = priorites ?><li><?cs var:p.texte ?></li><?cs /each ?>
					</ol>
					<p class="s m">Depuis le <?cs var:depuis ?></p>
				<?cs /if ?>
				<?cs if:Droit > #2 ?>
					<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/priorites">
						<?cs if:subcount(priorites) ?>Changer<?cs else ?>Dire nos priorités<?cs /if ?>
					</a>
				<?cs elif:Droit > #0 ?>
					<a class="s" href="/groupes/<?cs var:groupe.id ?>/priorites">Les précédentes</a>
				<?cs /if ?>
			</section>
		<?cs /if ?>
		<?cs if:Droit > #0 ?>
			<form class="find" role="search" aria-label="Rechercher dans ce groupe"
					action="/groupes/<?cs var:groupe.id ?>/recherche">
				<label class="vh" for="gq">Rechercher dans ce groupe</label>
				<?cs call:ic("search") ?>
				<input type="search" id="gq" name="q" maxlength="200"
					placeholder="Rechercher dans ce groupe…">
				<button class="vh">Rechercher</button>
			</form>
		<?cs /if ?>
		<?cs if:groupe.etat != "archive" ?>
			<section class="panel stack g2" aria-labelledby="gsuivi">
				<h2 id="gsuivi"><?cs call:ic("bell") ?> Être prévenu-e</h2>
				<p class="s m">
					<?cs if:Suivi.etat == #1 ?>De chaque publication et de chaque réponse.
					<?cs elif:Suivi.etat == #2 ?>De rien : ce groupe est en sourdine.
					<?cs elif:groupe.mien ?>De chaque publication, et des réponses là où vous avez écrit.
					<?cs elif:Droit == #0 ?>De rien : suivez-le, et ses actualités ouvertes à tout le
						monde arrivent sur votre accueil.
					<?cs else ?>De rien : vous n’en faites pas partie.
					<?cs /if ?>
				</p>
				<?cs set:Suivi.verbe = "Tout suivre" ?>
				<?cs call:suivre(Suivi) ?>
			</section>
		<?cs /if ?>
		<?cs if:subcount(equipe) ?>
			<section aria-labelledby="gco">
				<h2 class="ttl" id="gco">Votre équipe</h2>
				<ul class="stack g3">
					<?cs each:p = equipe ?>
						<li>
							<a class="who" href="/contacts/<?cs var:p.id ?>">
								<?cs call:av(p) ?>
								<span>
									<?cs var:p.prenom ?> <?cs var:p.nom ?> <small>
										<?cs call:role_nom(p.role) ?>
									</small>
								</span>
							</a>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
	</aside>
</div>
