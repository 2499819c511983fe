<?cs include:"contacts/tete.cs" ?>
<?cs include:"contacts/etape.cs" ?>
<?cs include:"contacts/relais_etat.cs" ?>

<?cs def:lie(c, mots) ?>
	<?cs if:subcount(c.tels) ?>
		<?cs each:t = c.tels ?>
			<?cs if:?t.tel ?><a href="tel:<?cs var:t.tel ?>"><?cs var:t.mots ?></a>
			<?cs else ?><?cs var:t.mots ?>
			<?cs /if ?>
		<?cs /each ?>
	<?cs elif:?c.lien ?>
		<a href="<?cs var:url_validate(c.lien) ?>"><?cs var:mots ?></a>
	<?cs else ?>
		<?cs var:mots ?>
	<?cs /if ?>
<?cs /def ?>

<?cs if:?contact.adresse_erreur ?>
	<p class="alert warn">
		<?cs call:ic("mail") ?>
		<span>
			Adresse en erreur : le serveur de courriel répond que personne n’est à cette adresse. Rien ne lui
			est plus envoyé tant qu’elle n’est pas corrigée dans HubSpot.
		</span>
	</p>
	<?cs set:Demande.titre = "Adresse en erreur : " + contact.prenom + " " + contact.nom ?>
	<?cs set:Demande.texte = "Bonjour, les courriels n’arrivent plus à " + contact.prenom + " " + contact.nom
		+ " (" + Site.url + "/contacts/" + contact.id + ") : pouvez-vous vérifier son adresse dans HubSpot ?
		Merci." ?>
	<?cs call:demander(Demande.titre, Demande.texte, "Demander la correction") ?>
<?cs /if ?>
<div class="cols">
	<aside class="stack g5">
		<?cs each:t = Accueils ?>
			<section class="panel stack g2" aria-labelledby="acc<?cs var:t.id ?>">
				<h2 id="acc<?cs var:t.id ?>"><?cs call:ic("heart") ?> Accueil, <?cs var:t.groupe ?></h2>
				<p class="row"><?cs call:relais_etat(t) ?></p>
				<?cs if:?t.quand ?>
					<p class="s">
						<?cs var:contact.prenom ?> a été accueilli-e <?cs var:t.quand ?>
						<?cs if:t.accueilli_par ?> par <?cs var:t.accueilli_par ?><?cs /if ?>.
					</p>
				<?cs elif:t.responsable ?>
					<p class="s">
						<?cs if:t.mien ?>C’est à vous que son accueil est confié.
						<?cs else ?>Son accueil est confié à <?cs var:t.responsable ?>.
						<?cs /if ?>
					</p>
				<?cs /if ?>
				<form class="row" method="post" action="/contacts/accueil/<?cs var:t.id ?>">
					<?cs call:csrf() ?>
					<input type="hidden" name="retour" value="fiche">
					<?cs if:t.etat == "a_faire" ?>
						<button class="btn" name="etat" value="contacte">
							<?cs call:ic("check") ?> Accueillie
						</button>
						<a class="btn b2" href="/contacts/accueil/<?cs var:t.id ?>">Premier message</a>
					<?cs else ?>
						<a class="btn b3" href="/contacts/accueil/<?cs var:t.id ?>">Suivre l’accueil</a>
					<?cs /if ?>
				</form>
			</section>
		<?cs /each ?>
		<?cs each:b = blocs ?>
			<section class="panel" aria-labelledby="bloc-<?cs var:name(b) ?>">
				<h2 id="bloc-<?cs var:name(b) ?>"><?cs var:b.titre ?> <?cs call:origine(b.origine) ?></h2>
				<dl class="stack g1">
					<?cs each:c = b.champs ?>
						<div>
							<dt><?cs var:c.libelle ?></dt>
							<dd><?cs call:lie(c, c.valeur) ?></dd>
						</div>
					<?cs /each ?>
				</dl>
				<?cs if:b.origine == "hubspot" ?>
					<?cs if:?sync.age ?>
						<p class="s m"><?cs call:ic("sync") ?> <?cs var:sync.age ?></p>
					<?cs /if ?>
					<?cs if:?contact.corriger ?>
						<a class="btn b3" href="/contacts/<?cs var:contact.id ?>/corriger">
							Corriger ces informations
						</a>
					<?cs elif:contact.modifiable && User.level < #3 && !?Demande.dite ?>
						<?cs set:Demande.dite = "1" ?>
						<details id="correction">
							<summary class="btn b3">Demander une correction</summary>
							<?cs set:Demande.titre = "Corriger une fiche" ?>
							<?cs set:Demande.texte = "Bonjour, voici ce qui est à corriger sur la fiche "
								+ Site.url + "/contacts/" + contact.id + " : " ?>
							<?cs call:demander_mot(Demande.titre, Demande.texte, "Demander au Siège", "f") ?>
						</details>
					<?cs /if ?>
				<?cs /if ?>
			</section>
		<?cs /each ?>
		<?cs if:contact.notable ?>
			<section class="panel note" aria-labelledby="notes">
				<h2 id="notes">
					Notes <?cs if:contact.notes > #0 ?>
						<span class="count"><?cs var:contact.notes ?></span>
					<?cs /if ?>
				</h2>
				<?cs each:n = notes ?>
					<p><?cs var:n.texte ?></p>
					<p class="s">
						<?cs var:n.auteur ?>, <?cs var:n.le ?>
						<?cs if:?n.rappel && !n.fait ?>, rappel le <?cs var:n.rappel ?><?cs /if ?>
					</p>
				<?cs /each ?>
				<a class="btn b3" href="/contacts/<?cs var:contact.id ?>/notes">
					<?cs call:ic("plus") ?> <?cs if:contact.notes > #0 ?>Lire ou ajouter une note
					<?cs else ?>Ajouter une note
					<?cs /if ?>
				</a>
			</section>
		<?cs /if ?>
		<?cs if:User.level > #3 && !contact.soi ?>
			<p class="s">
				<a href="/contacts/<?cs var:contact.id ?>/donnees">
					Répondre à une demande d’accès
				</a> · <a href="/contacts/<?cs var:contact.id ?>/qui">Qui voit cette fiche</a>
			</p>
		<?cs /if ?>
	</aside>
	<div class="stack g6">
		<section aria-labelledby="bio">
			<h2 class="ttl" id="bio">En quelques mots</h2>
			<?cs if:subcount(contact.bio) ?>
				<div class="read">
					<?cs each:p = contact.bio ?><p><?cs var:p ?></p><?cs /each ?>
				</div>
			<?cs elif:contact.bio ?>
				<p class="read"><?cs var:contact.bio ?></p>
			<?cs elif:contact.modifiable && contact.soi ?>
				<p class="m">
					Rien pour l’instant. Deux phrases suffisent pour que l’on vous
					reconnaisse. <a href="/contacts/<?cs var:contact.id ?>/modifier">
						Écrire ma présentation
					</a>
				</p>
			<?cs else ?>
				<p class="m"><?cs var:contact.prenom ?> ne s’est pas encore présenté-e.</p>
			<?cs /if ?>
		</section>
		<?cs if:subcount(missions) ?>
			<section aria-labelledby="missions">
				<h2 class="ttl" id="missions">Missions et engagements</h2>
				<ul class="grid">
					<?cs each:m = missions ?>
						<li class="card hit">
							<p class="q">
								<?cs if:?m.groupe_id ?>
									<a href="/groupes/<?cs var:m.groupe_id ?>"><b><?cs var:m.titre ?></b></a>
								<?cs else ?>
									<b><?cs var:m.titre ?></b>
								<?cs /if ?>
							</p>
							<p class="s m">
								<?cs var:m.role ?>
								<?cs if:?m.depuis ?>
									<?cs if:m.role ?>, <?cs /if ?>depuis le <?cs var:m.depuis ?>
								<?cs /if ?><?cs if:?m.jusqu_a ?>, jusqu’au <?cs var:m.jusqu_a ?><?cs /if ?>
							</p>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<?cs if:subcount(profil) ?>
			<section aria-labelledby="profil">
				<h2 class="ttl" id="profil">Compétences et envies</h2>
				<dl class="stack g2">
					<?cs each:c = profil ?>
						<div>
							<dt><?cs var:c.libelle ?></dt>
							<dd class="<?cs if:subcount(c.tags) ?>row g2<?cs else ?>pre<?cs /if ?>">
								<?cs each:v = c.tags ?><span class="tag"><?cs var:v ?></span><?cs /each ?>
								<?cs each:v = c.textes ?><?cs call:lie(c, v) ?><?cs /each ?>
							</dd>
						</div>
					<?cs /each ?>
				</dl>
			</section>
		<?cs /if ?>
		<?cs if:subcount(histoire) ?>
			<section aria-labelledby="hist">
				<div class="ttl">
					<h2 id="hist">Dernières étapes</h2>
					<a class="s push" href="/contacts/<?cs var:contact.id ?>/parcours">Tout le parcours</a>
				</div>
				<ol class="line"><?cs each:h = histoire ?><?cs call:etape(h) ?><?cs /each ?></ol>
			</section>
		<?cs /if ?>
	</div>
</div>
