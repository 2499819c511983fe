<?cs # One conversation; the others beside it where there is room. ?>
<?cs def:personne(m) ?>
	<?cs if:m.prenom || m.nom ?><?cs var:m.prenom ?> <?cs var:m.nom ?>
	<?cs else ?>Une personne effacée
	<?cs /if ?>
<?cs /def ?>

<?cs set:Form.texte.label = "Votre message" ?>
<?cs set:Form.fichiers.label = "Fichiers à joindre" ?>
<?cs set:Form.note.label = "Note interne" ?>
<?cs set:Form.note.aide = "Seule l’équipe salariée la voit." ?>
<?cs set:Form.etat.label = "Où en est-on ?" ?>
<?cs set:Form.assigne.label = "Qui répond ?" ?>
<div class="stack panes">
	<div class="stack g3 off">
		<p class="h">Messages</p>
		<div class="row nw">
			<form class="find grow" role="search" method="get" action="/messages"
					aria-label="Chercher dans mes messages">
				<label class="vh" for="mq">Chercher un message</label>
				<?cs call:ic("search") ?>
				<input type="search" id="mq" name="q" maxlength="200" placeholder="Chercher un message">
				<button class="vh">Chercher</button>
			</form>
			<a class="ib b2" href="/messages/nouveau">
				<?cs call:ic("pen") ?><span class="vh">Nouveau message</span>
			</a>
		</div>
		<ul class="rows conv"><?cs each:c = items ?><?cs call:ligne_conversation(c) ?><?cs /each ?></ul>
	</div>
	<div class="stack g5 chat">
		<div class="row nw g3">
			<a class="ib narrow" href="/messages">
				<?cs call:ic("left") ?><span class="vh">Toutes les conversations</span>
			</a>
			<span class="av<?cs if:conversation.genre == "envoi" ?> sq
						<?cs /if ?> h<?cs var:conversation.teinte ?>" aria-hidden="true">
				<?cs var:conversation.initiales ?>
			</span>
			<div class="grow">
				<h1><?cs var:conversation.nom ?></h1>
				<p class="s m">
					<?cs if:conversation.genre == "envoi" ?>
						Envoyé à <?cs var:conversation.a_qui ?>
					<?cs elif:conversation.genre == "siege" ?>
						<?cs if:demande.demandeur && User.level > #2 ?>
							Demande <?cs var:de(demande.demandeur) ?>
						<?cs else ?>
							Demande au Siège
						<?cs /if ?>
					<?cs elif:conversation.titre ?>
						<?cs var:conversation.noms ?>
					<?cs elif:conversation.nombre > #2 ?>
						<?cs var:nb(conversation.nombre) ?> personnes
					<?cs /if ?><?cs if:conversation.muet ?> · sans notification<?cs /if ?>
				</p>
			</div>
			<?cs if:conversation.participe ?>
				<details class="drop">
					<summary class="ib">
						<?cs call:ic("more") ?><span class="vh">Autres actions</span>
					</summary>
					<div class="stack g1">
						<a class="btn b3" href="/messages/<?cs var:conversation.id ?>/personnes">
							<?cs call:ic("groups") ?> Personnes
						</a>
						<form method="post" action="/messages/<?cs var:conversation.id ?>/archiver">
							<?cs call:csrf() ?>
							<?cs if:conversation.archive ?>
								<input type="hidden" name="remettre" value="1">
							<?cs /if ?>
							<button class="btn b3">
								<?cs call:ic("archive") ?> <?cs if:conversation.archive ?>
									Remettre avec les autres
								<?cs else ?>
									Archiver
								<?cs /if ?>
							</button>
						</form>
						<form method="post" action="/messages/<?cs var:conversation.id ?>/muet">
							<?cs call:csrf() ?>
							<?cs if:conversation.muet ?>
								<input type="hidden" name="entendre" value="1">
							<?cs /if ?>
							<button class="btn b3">
								<?cs call:ic("bell") ?> <?cs if:conversation.muet ?>Être prévenu-e de nouveau
								<?cs else ?>Ne plus être prévenu-e
								<?cs /if ?>
							</button>
						</form>
					</div>
				</details>
			<?cs /if ?>
		</div>
		<?cs call:erreurs() ?>
		<?cs if:?Avant ?>
			<p class="sep">
				<a class="btn b3" href="<?cs var:url_validate(Avant) ?>">
					<?cs call:ic("history") ?> Messages plus anciens
				</a>
			</p>
		<?cs /if ?>
		<div class="stack" id="fil" data-live="o-<?cs var:conversation.id ?>">
			<ol class="stack g3" aria-label="Messages échangés">
				<?cs each:m = messages ?>
					<?cs if:?m.jour ?><li class="sep s m"><?cs var:m.jour ?></li><?cs /if ?>
					<?cs if:m.genre == "trace" ?>
						<li class="sep s m">
							<?cs call:personne(m) ?> <?cs if:m.texte != "part" ?>
								a <?cs if:m.texte == "arrive" ?>ajouté
								<?cs else ?>retiré
								<?cs /if ?> <?cs if:m.concerne ?><?cs var:m.concerne ?>
								<?cs else ?>une personne
								<?cs /if ?>
							<?cs else ?>
								a quitté la conversation
							<?cs /if ?>
						</li>
					<?cs else ?>
						<li class="bub stack g1<?cs if:m.mien ?> me<?cs /if ?>" id="m-<?cs var:m.id ?>">
							<?cs if:m.genre == "interne" ?>
								<p class="s"><?cs call:ic("lock") ?> Note interne</p>
							<?cs /if ?>
							<?cs if:m.important ?><p class="s"><b>Important</b></p><?cs /if ?>
							<?cs if:m.efface_le ?>
								<p class="m">Message effacé</p>
							<?cs else ?>
								<div class="read">
									<?cs # made by texte_html(): safe ?>
									<?cs uvar:m.Html ?>
								</div>
							<?cs /if ?>
							<?cs each:f = m.fichiers ?>
								<?cs if:?f.photo ?><?cs call:photo(f) ?>
								<?cs else ?><?cs call:fichier(f) ?>
								<?cs /if ?>
							<?cs /each ?>
							<?cs call:cartes(m.cartes) ?>
							<small>
								<?cs if:m.mien ?>Vous
								<?cs else ?><?cs call:personne(m) ?>
								<?cs /if ?>, <?cs var:m.heure ?>
								<?cs if:m.voie == "courriel" ?>, par courriel<?cs /if ?>
								<?cs if:m.mien ?>
									<?cs if:m.important ?>
										, lu par <?cs var:m.lu_par ?> sur <?cs var:conversation.nombre - #1 ?>
									<?cs elif:conversation.nombre == #2 && m.lu_par > #0 ?>
										, lu
									<?cs /if ?>
								<?cs elif:m.important ?>
									. L’auteur-e voit combien de personnes l’ont lu.
								<?cs /if ?>
							</small>
						</li>
					<?cs /if ?>
				<?cs /each ?>
			</ol>
			<?cs if:?Apres ?>
				<p class="sep">
					<a class="btn b3" href="/messages/<?cs var:conversation.id ?>">Derniers messages</a>
				</p>
			<?cs /if ?>
			<?cs if:?A_lire ?>
				<form class="row" method="post" action="/messages/<?cs var:conversation.id ?>/lu" data-vu>
					<?cs call:csrf() ?>
					<button class="btn b3"><?cs call:ic("check") ?> Marquer comme lu</button>
				</form>
			<?cs /if ?>
		</div>
		<?cs if:subcount(Equipe) ?>
			<details class="panel"<?cs if:Page.invalid ?> open<?cs /if ?>>
				<summary class="ck">
					<b>Suivi :</b> <?cs if:demande.etat == "nouveau" ?>nouvelle demande
					<?cs elif:demande.etat == "en_cours" ?>en cours
					<?cs elif:demande.etat == "repondu" ?>répondu
					<?cs else ?>clos
					<?cs /if ?><?cs if:demande.assigne_id ?>, confié à <?cs var:demande.assigne ?><?cs /if ?>
				</summary>
				<form class="stack g3" method="post" action="/messages/<?cs var:conversation.id ?>/suivi">
					<?cs call:csrf() ?>
					<div class="f">
						<label for="f-etat">Où en est-on ?</label>
						<select id="f-etat" name="etat">
							<option value="nouveau"<?cs if:demande.etat == "nouveau" ?> selected<?cs /if ?>>
								Nouveau
							</option>
							<option value="en_cours"<?cs if:demande.etat == "en_cours" ?> selected<?cs /if ?>>
								En cours
							</option>
							<option value="repondu"<?cs if:demande.etat == "repondu" ?> selected<?cs /if ?>>
								Répondu
							</option>
							<option value="clos"<?cs if:demande.etat == "clos" ?> selected<?cs /if ?>>
								Clos
							</option>
						</select>
					</div>
					<?cs call:liste("assigne", Equipe, "Personne pour l’instant") ?>
					<p><button class="btn b2">Enregistrer le suivi</button></p>
				</form>
				<form class="stack g3" method="post" action="/messages/<?cs var:conversation.id ?>/note">
					<?cs call:csrf() ?>
					<?cs call:texte_long("note", "2") ?>
					<p><button class="btn b2">Ajouter la note</button></p>
				</form>
			</details>
		<?cs /if ?>
		<?cs if:Ecrire || (conversation.reponses == "auteur" && conversation.participe
				&& conversation.cree_par && conversation.cree_par != User.id) ?>
			<?cs if:!?Ecrire ?>
				<p class="s m">Votre réponse ne sera lue que par la personne qui vous écrit.</p>
			<?cs /if ?>
			<form class="row nw write" method="post" action="/messages/<?cs var:conversation.id ?>"
					enctype="multipart/form-data">
				<?cs call:csrf() ?>
				<details class="drop">
					<summary class="ib">
						<?cs call:ic("clip") ?><span class="vh">Joindre un fichier</span>
					</summary>
					<div class="stack"><?cs call:joindre("fichiers") ?></div>
				</details>
				<div class="f grow">
					<label class="vh" for="f-texte">Votre message à <?cs var:conversation.nom ?></label>
					<textarea<?cs call:_attrs("texte") ?> rows="1" maxlength="20000"
						placeholder="Votre message" data-draft="message-<?cs var:conversation.id ?>"><?cs
						var:Form.texte.value ?></textarea>
					<?cs call:_erreur("texte") ?>
				</div>
				<button class="btn">
					<?cs call:ic("send") ?>
					<span class="opt">Envoyer</span>
					<span class="vh narrow">Envoyer</span>
				</button>
			</form>
		<?cs elif:conversation.participe && conversation.nombre < #2 ?>
			<p class="panel">
				Il n’y a plus personne d’autre ici : rien ne serait
				lu. <a href="/messages/nouveau">Écrivez un nouveau message</a>.
			</p>
		<?cs /if ?>
	</div>
</div>
