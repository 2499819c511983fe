<?cs set:Form.nom.label = "Nom du programme" ?>
<?cs set:Form.fin.label = "Dernier jour" ?>
<?cs set:Form.fin.aide = "Un an au plus." ?>
<?cs set:Form.espaces.label = "Ces espaces" ?>
<?cs set:Form.actuel.label = "Mot de passe actuel" ?>
<?cs set:Form.mot_de_passe.label = "Nouveau mot de passe" ?>
<?cs set:Form.mot_de_passe.aide = "12 caractères au moins. Une phrase fait très bien l’affaire." ?>
<div class="head">
	<div class="row nw g5">
		<span class="av xl h<?cs var:User.teinte ?>" aria-hidden="true"><?cs var:User.initiales ?></span>
		<div class="stack g1">
			<h1>Mon compte</h1>
			<p>
				<?cs var:User.prenom ?> <?cs var:User.nom ?>
				<?cs if:?compte.email ?>, <?cs var:compte.email ?><?cs /if ?>
			</p>
		</div>
	</div>
	<form method="post" action="/deconnexion">
		<?cs call:csrf() ?><button class="btn b2">Me déconnecter</button>
	</form>
</div>
<?cs call:erreurs() ?>
<div class="cols">
	<aside class="stack g5">
		<section class="panel stack g2" aria-labelledby="fiche">
			<h2 id="fiche">Ma fiche</h2>
			<p class="s">Ce que les autres voient de vous, selon leurs droits.</p>
			<ul class="links">
				<li><a href="/contacts/<?cs var:User.id ?>">Voir ma fiche</a></li>
				<li><a href="/contacts/<?cs var:User.id ?>/modifier">Modifier ma présentation</a></li>
				<li><a href="/contacts/<?cs var:User.id ?>/discretion">Discrétion : ce que je montre</a></li>
				<li><a href="/contacts/<?cs var:User.id ?>/qui">Qui me voit</a></li>
				<?cs if:User.level > #1 ?>
					<li><a href="/heures">Mes heures</a></li>
				<?cs /if ?>
				<?cs if:compte.invite ?>
					<li><a href="/compte/invitations">Inviter mon groupe à créer des comptes</a></li>
				<?cs /if ?>
			</ul>
		</section>
		<section class="panel stack g2" aria-labelledby="donnees">
			<h2 id="donnees">Mes données</h2>
			<ul class="links">
				<?cs if:?compte.export ?>
					<li>
						<a href="<?cs var:url_validate(compte.export) ?>">Voir et télécharger mes données</a>
					</li>
				<?cs /if ?>
				<?cs if:?compte.effacement ?>
					<li><a href="<?cs var:url_validate(compte.effacement) ?>">Demander l’effacement</a></li>
				<?cs /if ?>
				<li><a href="/compte/droits">Mes droits : rectifier, m’opposer, limiter</a></li>
				<li><a href="/compte/connexions">Mes connexions</a></li>
				<li><a href="/public/donnees">Ce que nous faisons de vos données</a></li>
			</ul>
		</section>
	</aside>
	<div class="stack g6">
		<section class="stack g3" aria-labelledby="mdp">
			<h2 id="mdp">
				<?cs if:compte.mot_de_passe ?>Changer de mot de passe
				<?cs else ?>Choisir un mot de passe
				<?cs /if ?>
			</h2>
			<?cs if:!compte.mot_de_passe ?>
				<p class="m">
					Aujourd’hui, vous entrez avec un lien reçu par courriel. Un mot de passe évite d’attendre
					ce courriel.
				</p>
			<?cs /if ?>
			<form class="stack" method="post" action="/compte/mot_de_passe" novalidate>
				<?cs call:csrf() ?>
				<?cs if:?compte.email ?>
					<input class="vh" type="email" name="identifiant" autocomplete="username"
						value="<?cs var:compte.email ?>" readonly tabindex="-1" aria-hidden="true">
				<?cs /if ?>
				<?cs if:compte.mot_de_passe && !compte.par_lien ?>
					<?cs call:champ("password", "actuel", "current-password") ?>
				<?cs /if ?>
				<?cs call:champ("password", "mot_de_passe", "new-password") ?>
				<div class="row"><button class="btn b2">Enregistrer ce mot de passe</button></div>
			</form>
		</section>
		<section class="stack g3" aria-labelledby="facteur">
			<h2 id="facteur">Second facteur</h2>
			<?cs if:compte.second_facteur ?>
				<p>
					<span class="tag ok">En place</span> Un code de votre téléphone est demandé à chaque
					connexion.
				</p>
			<?cs elif:compte.role == "admin" ?>
				<p class="alert warn">
					<?cs call:ic("warn") ?>
					<span>
						Vous administrez cet espace : un second facteur est exigé une semaine après que ce
						rôle vous a été donné.
					</span>
				</p>
			<?cs else ?>
				<p class="m">
					Un code de votre téléphone, en plus du mot de passe ou du lien, protège votre compte même
					si quelqu’un lit vos courriels.
				</p>
			<?cs /if ?>
			<p>
				<a class="btn b2" href="/compte/second_facteur">
					<?cs if:compte.second_facteur ?>Changer ou retirer<?cs else ?>Mettre en place<?cs /if ?>
				</a>
			</p>
		</section>
		<section class="stack g3" aria-labelledby="prefs">
			<h2 id="prefs">Être prévenu-e</h2>
			<p class="m">
				Choisissez ce qui vous est dit sur le site, par courriel tout de suite ou dans un résumé.
			</p>
			<p><a class="btn b2" href="/notifications/preferences">Choisir</a></p>
		</section>
		<section class="stack g3" aria-labelledby="sessions">
			<h2 id="sessions">Appareils connectés</h2>
			<ul class="rows">
				<?cs each:s = sessions ?>
					<li class="row nw g3">
						<span class="ico"><?cs call:ic("globe") ?></span>
						<div class="grow">
							<p>
								<?cs if:s.appareil ?><?cs var:s.appareil ?>
								<?cs else ?>Appareil inconnu
								<?cs /if ?>
							</p>
							<p class="s m">
								vu <?cs var:s.vue ?>, connecté <?cs var:s.ouverte ?>
								<?cs if:s.lieu ?>, <?cs var:s.lieu ?> (<?cs var:s.adresse ?>)
								<?cs elif:s.adresse ?>, depuis <?cs var:s.adresse ?>
								<?cs /if ?>
							</p>
						</div>
						<?cs if:s.ici ?>
							<span class="tag ok">Cet appareil</span>
						<?cs else ?>
							<form method="post" action="/compte/sessions/<?cs var:s.id ?>/fermer">
								<?cs call:csrf() ?>
								<button class="btn b3">
									Déconnecter<span class="vh"> <?cs var:s.appareil ?>, vu <?cs var:s.vue ?>
									</span>
								</button>
							</form>
						<?cs /if ?>
					</li>
				<?cs /each ?>
			</ul>
			<?cs if:Sessions.autres > #0 ?>
				<p class="s m">
					Et <?cs var:Sessions.autres ?> autre<?cs if:Sessions.autres > #1 ?>s, utilisés
					<?cs else ?>, utilisé
					<?cs /if ?> il y a plus longtemps.
				</p>
			<?cs /if ?>
			<?cs if:subcount(sessions) > #1 || subcount(jetons) ?>
				<form method="post" action="/compte/sessions/fermer">
					<?cs call:csrf() ?>
					<button class="btn b2">
						Déconnecter tous les autres appareils
						<?cs if:subcount(jetons) ?> et les programmes<?cs /if ?>
					</button>
				</form>
			<?cs /if ?>
		</section>
		<section class="stack g3" aria-labelledby="jetons">
			<h2 id="jetons">Programmes</h2>
			<?cs if:?jeton ?>
				<div class="alert ok" role="status">
					<?cs call:ic("check") ?>
					<div>
						<p><b>Voici le jeton. Copiez-le maintenant : il ne sera plus montré.</b></p>
						<p><code><?cs var:jeton ?></code></p>
					</div>
				</div>
			<?cs /if ?>
			<p class="m">
				Un jeton laisse un programme lire, et faire si vous le voulez, ce que vous pouvez lire et
				faire ici. Ne le confiez à personne. Il ne sert plus quand vous changez de mot de passe ou
				déconnectez tous vos autres appareils.
			</p>
			<?cs if:subcount(jetons) ?>
				<ul class="rows">
					<?cs each:j = jetons ?>
						<li class="row g3">
							<div class="grow">
								<p>
									<b><?cs var:j.nom ?></b> <?cs if:j.fini ?>
										<span class="tag bad">A pris fin</span>
									<?cs elif:j.ecrit ?>
										<span class="tag">Lit et écrit</span>
									<?cs else ?>
										<span class="tag ok">Lit</span>
									<?cs /if ?>
								</p>
								<p class="s">
									<?cs if:j.espaces ?><?cs var:j.ouvre ?>
									<?cs else ?>Tous les espaces
									<?cs /if ?>
								</p>
								<p class="s m">
									jusqu’au <?cs var:j.fin ?>, créé le <?cs var:j.cree ?>
									<?cs if:?j.vu ?>, utilisé le <?cs var:j.vu ?>
									<?cs else ?>, jamais utilisé
									<?cs /if ?>
								</p>
							</div>
							<form method="post" action="/compte/jetons/<?cs var:j.id ?>/retirer">
								<?cs call:csrf() ?>
								<button class="btn b3">
									Retirer<span class="vh"> <?cs var:j.nom ?></span>
								</button>
							</form>
						</li>
					<?cs /each ?>
				</ul>
			<?cs /if ?>
			<form class="stack" method="post" action="/compte/jetons" novalidate>
				<?cs call:csrf() ?>
				<?cs call:champ("text", "nom", "off") ?>
				<fieldset id="f-acces" tabindex="-1">
					<legend>Ce qu’il peut faire</legend>
					<div class="stack g1">
						<label class="ck">
							<input type="radio" name="acces" value="lecture"
								<?cs if:Form.acces.value != "ecriture" ?> checked<?cs /if ?>> Lire
						</label>
						<label class="ck">
							<input type="radio" name="acces" value="ecriture"
								<?cs if:Form.acces.value == "ecriture" ?> checked<?cs /if ?>> Lire et écrire à
							ma place
						</label>
					</div>
				</fieldset>
				<fieldset id="f-portee" tabindex="-1">
					<legend>Où</legend>
					<div class="stack g1">
						<label class="ck">
							<input type="radio" name="portee" value="tout"
								<?cs if:Form.portee.value != "choix" ?> checked<?cs /if ?>> Tout ce que je
							peux ouvrir
						</label>
						<label class="ck">
							<input type="radio" name="portee" value="choix"
								<?cs if:Form.portee.value == "choix" ?> checked<?cs /if ?>> Seulement les
							espaces cochés ci-dessous
						</label>
					</div>
				</fieldset>
				<?cs call:choix("checkbox", "espaces", Espaces) ?>
				<?cs call:champ("date", "fin", "off") ?>
				<div class="row"><button class="btn b2">Créer un jeton</button></div>
			</form>
		</section>
	</div>
</div>
