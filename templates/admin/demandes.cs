<?cs # Requests of persons: the most urgent and the others, or one alone (Demande.seule) ?>
<?cs set:Form.identite_le.label = "Le" ?>
<?cs set:Form.identite.label = "Comment" ?>
<?cs set:Form.identite.aide = "Par exemple, une réponse depuis son adresse connue. Aucune copie de pièce." ?>
<?cs set:Form.raison.label = "Pourquoi deux mois de plus" ?>
<?cs set:Form.raison.aide = "La personne lit ces mots : demande complexe, ou demandes nombreuses." ?>
<?cs include:"admin/demande_mots.cs" ?>
<?cs if:Demande.seule ?>
	<div class="head">
		<h1><?cs var:Demande.titre ?></h1>
	</div>
<?cs else ?>
	<div class="head">
		<div>
			<h1>Demandes des personnes</h1>
			<p>
				Accès, rectification, effacement : un mois pour
				répondre. <?cs if:Demandes.ouvertes == "0" ?>Aucune n’est ouverte.
				<?cs elif:Demandes.ouvertes == "1" ?>Une est ouverte.
				<?cs else ?><?cs var:Demandes.ouvertes.texte ?> sont ouvertes.
				<?cs /if ?>
			</p>
		</div>
		<div class="row">
			<a class="btn b2" href="/admin/demandes/nouvelle"><?cs call:ic("plus") ?> Noter une demande</a>
		</div>
	</div>
<?cs /if ?>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<div class="cols">
	<div class="stack g6">
		<?cs if:?Demande.id ?>
			<section aria-labelledby="de" class="panel stack g3">
				<div class="stack g2">
					<p class="row">
						<span class="tag o"><?cs call:droit(Demande.genre) ?></span>
						<?cs if:?Demande.rendue_le ?>
							<span class="tag ok">
								rendue le <?cs var:Demande.rendue_le ?> <?cs if:Demande.refus ?>
									(refusée en partie)
								<?cs /if ?>
							</span>
						<?cs elif:?Demande.retard ?>
							<span class="tag bad">
								<?cs call:ic("warn") ?> <?cs call:demande_jours(Demande.retard) ?> de retard
							</span>
							<span class="tag">avant le <?cs var:Demande.court ?></span>
						<?cs else ?>
							<span class="tag<?cs if:#Demande.jours <= #10 ?> warn<?cs /if ?>">
								<?cs call:ic("clock") ?> <?cs call:demande_jours(Demande.jours) ?>
							</span>
							<span class="tag">avant le <?cs var:Demande.court ?></span>
						<?cs /if ?>
					</p>
					<h2 class="h" id="de">
						<?cs if:Demande.nom ?><?cs var:Demande.nom ?>
						<?cs else ?>Une personne effacée
						<?cs /if ?>
						<?cs if:Demande.genre == "acces" ?> demande l’accès à ses données
						<?cs elif:Demande.genre == "rectification" ?> demande la rectification de ses données
						<?cs elif:Demande.genre == "effacement" ?> demande l’effacement de ses données
						<?cs elif:Demande.genre == "opposition" ?> s’oppose à un usage de ses données
						<?cs elif:Demande.genre == "limitation" ?> demande de limiter l’usage de ses données
						<?cs else ?> demande à emporter ses données
						<?cs /if ?>
					</h2>
				</div>
				<p>
					Reçue
					le <?cs var:Demande.recue ?> <?cs call:demande_voie() ?> <?cs if:?Demande.identite_le ?>
						Identité vérifiée le <?cs var:Demande.identite_le ?>
						<?cs if:Demande.identite ?> (<?cs var:Demande.identite ?>)<?cs /if ?>.
					<?cs elif:!?Demande.rendue_le ?>
						Identité à vérifier.
					<?cs /if ?> <?cs if:Demande.prolongee ?>
						Délai porté à trois mois.
					<?cs /if ?>
				</p>
				<?cs if:Demande.message ?>
					<blockquote class="read">
						<p><?cs var:Demande.message ?></p>
					</blockquote>
				<?cs /if ?>
				<?cs if:Demande.refus ?><p>Refusé : <?cs var:Demande.refus ?></p><?cs /if ?>
				<?cs if:!?Demande.rendue_le ?>
					<?cs if:Demande.genre == "effacement" && ?Demande.contact_id ?>
						<?cs call:demande_partira() ?>
					<?cs /if ?>
					<div class="row">
						<?cs if:?Demande.contact_id ?>
							<?cs if:Demande.genre == "effacement" ?>
								<a class="btn" href="/admin/demandes/<?cs var:Demande.id ?>/effacement">
									Préparer l’effacement
								</a>
							<?cs elif:Demande.genre == "acces" || Demande.genre == "portabilite" ?>
								<form method="post" action="/admin/demandes/<?cs var:Demande.id ?>/archive">
									<?cs call:csrf_seul() ?>
									<button class="btn">Préparer et télécharger l’archive</button>
								</form>
							<?cs else ?>
								<a class="btn" href="/contacts/<?cs var:Demande.contact_id ?>">
									Ouvrir sa fiche
								</a>
							<?cs /if ?>
						<?cs /if ?>
						<a class="btn b2" href="/admin/demandes/<?cs var:Demande.id ?>/ecrire">
							Écrire<?cs if:Demande.prenom ?> à <?cs var:Demande.prenom ?><?cs /if ?>
						</a>
						<a class="btn b3" href="/admin/demandes/<?cs var:Demande.id ?>/ecrire?refus=1">
							Refuser en partie
						</a>
					</div>
					<?cs if:Demande.genre == "acces" || Demande.genre == "portabilite" ?>
						<p class="hint">
							L’archive arrive dans vos téléchargements : relisez-la, puis remettez-la en
							écrivant à la personne.
						</p>
					<?cs /if ?>
					<?cs if:?Demande.hubspot && Demande.genre == "effacement" ?>
						<p class="hint">
							HubSpot d’abord : sans cela, ses données y
							resteraient. <?cs if:?Demande.hubspot_url ?>
								<a href="<?cs var:url_validate(Demande.hubspot_url) ?>">
									Ouvrir sa fiche HubSpot
								</a>
							<?cs else ?>Sa fiche y porte le numéro <?cs var:Demande.hubspot ?>.
							<?cs /if ?>
						</p>
					<?cs elif:!?Demande.contact_id ?>
						<p class="hint">
							Aucune fiche de cet espace n’a son adresse : la réponse dit que rien n’est gardé
							d’elle ici.
						</p>
					<?cs /if ?>
				<?cs /if ?>
				<?cs if:?Recu.le ?>
					<div class="card">
						<h3>Reçu de l’effacement</h3>
						<div class="read s">
							<p>
								Le <?cs var:Recu.le ?>, <?cs var:Recu.tables.texte ?> tables et leur texte
								intégral ont été relus, <?cs var:Recu.colonnes.texte ?> colonnes de
								texte, <?cs var:Recu.fichiers.texte ?> noms de fichiers, pour son nom,
								ses adresses et ses numéros.
							</p>
							<p>
								<?cs if:Recu.places == "0" ?>
									<b>Rien n’en reste.</b>
								<?cs else ?>
									<b>Il en reste <?cs var:Recu.places.texte ?>.</b>
								<?cs /if ?>
							</p>
							<?cs if:subcount(recu_ou) ?>
								<ul>
									<?cs each:o = recu_ou ?>
										<li>
											<?cs var:o.ou ?> : <?cs var:o.n ?>
											<?cs if:o.garde ?>
												(un mot de l’association elle-même)
											<?cs /if ?>
										</li>
									<?cs /each ?>
								</ul>
							<?cs /if ?>
							<p>
								<?cs if:?Recu.index ?>
									Les pages de l’index ont été refaites <?cs var:Recu.index ?>.
								<?cs else ?>
									Les pages de l’index seront refaites cette nuit : d’ici là, ses mots y
									dorment sans pouvoir être trouvés.
								<?cs /if ?>
							</p>
							<p>
								Les sauvegardes déjà faites vivent jusqu’à leur fin ; restaurées, elles
								l’effacent de nouveau. Les journaux du serveur ne portent ni nom ni adresse.
							</p>
						</div>
					</div>
				<?cs /if ?>
			</section>
		<?cs else ?>
			<section class="empty">
				<?cs call:vide("flag", "Rien n’attend",
					"Ce que chacun-e demande depuis son compte arrive ici de lui-même.") ?>
			</section>
		<?cs /if ?>
		<?cs if:Demande.seule ?>
			<?cs if:!?Demande.rendue_le ?>
				<?cs if:!?Demande.identite_le || ?Form.identite.error || ?Form.identite_le.error ?>
					<section aria-labelledby="id">
						<h2 class="ttl" id="id">Son identité</h2>
						<form class="stack read" method="post"
								action="/admin/demandes/<?cs var:Demande.id ?>/identite" novalidate>
							<?cs call:csrf() ?>
							<?cs call:champ("date", "identite_le", "") ?>
							<?cs call:champ("text", "identite", "") ?>
							<div class="row"><button class="btn b2">Noter qu’elle est vérifiée</button></div>
						</form>
					</section>
				<?cs /if ?>
				<?cs if:!Demande.prolongee ?>
					<details<?cs if:?Form.raison.error ?> open<?cs /if ?>>
						<summary class="btn b3">Il faut plus d’un mois</summary>
						<form class="stack read mt" method="post"
								action="/admin/demandes/<?cs var:Demande.id ?>/prolonger" novalidate>
							<?cs call:csrf() ?>
							<?cs call:texte_long("raison", "3") ?>
							<div class="row"><button class="btn b2">Prolonger de deux mois</button></div>
						</form>
					</details>
				<?cs /if ?>
			<?cs /if ?>
			<?cs if:?Demande.contact_id ?><?cs include:"admin/demande_droits.cs" ?><?cs /if ?>
		<?cs else ?>
			<?cs if:subcount(demandes) > #1 || (!?Demande.id && subcount(demandes)) ?>
				<section aria-labelledby="au">
					<h2 class="ttl" id="au">Les autres</h2>
					<ul class="rows">
						<?cs each:d = demandes ?>
							<?cs if:d.id != Demande.id ?>
								<li class="hit row nw g3">
									<?cs call:av(d) ?>
									<div class="grow">
										<h3>
											<a href="/admin/demandes/<?cs var:d.id ?>">
												<?cs call:droit(d.genre) ?>, <?cs call:demande_qui(d) ?>
											</a>
										</h3>
										<p class="s m">
											Reçue le <?cs var:d.recue ?>. <?cs call:demande_etape(d.etape) ?>
										</p>
									</div>
									<p class="r"><?cs call:demande_reste(d) ?></p>
								</li>
							<?cs /if ?>
						<?cs /each ?>
					</ul>
				</section>
			<?cs /if ?>
			<?cs call:exporter("/admin/demandes", "") ?>
		<?cs /if ?>
	</div>
	<aside class="stack g5">
		<?cs if:subcount(etapes) ?>
			<section class="panel" aria-labelledby="et">
				<h2 id="et">Où en est <?cs if:Demande.prenom ?><?cs var:Demande.prenom ?><?cs else ?>la
					demande<?cs /if ?></h2>
				<ol class="line mt">
					<?cs each:e = etapes ?>
						<li>
							<time datetime="<?cs var:e.jour ?>"><?cs var:e.court ?></time>
							<div>
								<p>
									<?cs call:demande_etape(e.genre) ?> <?cs if:e.genre == "accuse" ?>
										<small>seul, le jour même</small>
									<?cs /if ?>
								</p>
								<?cs if:e.texte ?>
									<details class="s">
										<summary class="btn b3">Lire</summary>
										<p><?cs var:e.texte ?></p>
									</details>
								<?cs /if ?>
							</div>
						</li>
					<?cs /each ?>
					<?cs if:!?Demande.rendue_le ?>
						<li>
							<time datetime="<?cs var:Demande.echeance ?>"><?cs var:Demande.court ?></time>
							<p><b>Dernier jour</b></p>
						</li>
					<?cs /if ?>
				</ol>
			</section>
		<?cs /if ?>
		<section class="panel stats" aria-labelledby="an">
			<h2 id="an">Cette année</h2>
			<p>
				<?cs call:demande_annee() ?> <?cs if:Annee.demandes != "0" ?>
					rendues en <?cs var:Annee.moyenne.texte ?> jour<?cs call:s(#Annee.moyenne) ?> en moyenne
				<?cs /if ?>
			</p>
			<p class="s m">
				<?cs if:Annee.retards == "0" ?>Aucune rendue en retard.
				<?cs else ?><?cs var:Annee.retards.texte ?> en retard.
				<?cs /if ?>
			</p>
		</section>
		<section class="panel" aria-labelledby="dp">
			<h2 id="dp">Protection des données</h2>
			<?cs if:Dpo.nom || Dpo.adresse ?>
				<a class="who" href="/admin/demandes/protection">
					<span class="av h4" aria-hidden="true"><?cs var:Dpo.initiales ?></span>
					<span>
						<?cs if:Dpo.nom ?><?cs var:Dpo.nom ?><?cs else ?><?cs var:Dpo.adresse ?><?cs /if ?>
						<small>
							<?cs if:Dpo.adresse ?>Prévenu-e de chaque demande
							<?cs else ?>Sans adresse : n’est pas prévenu-e
							<?cs /if ?>
						</small>
					</span>
				</a>
			<?cs else ?>
				<p>Personne n’est nommé. <a href="/admin/demandes/protection">Nommer quelqu’un</a></p>
			<?cs /if ?>
		</section>
	</aside>
</div>
