<?cs # The request that is looked at: Demande, etapes, Recu, partira, restera ?>
<section aria-labelledby="de" class="panel stack g3">
	<div class="stack g2">
		<p class="row">
			<span class="tag o"><?cs call:droit(Demande.genre) ?></span>
			<?cs if:?Demande.rendue_le ?>
				<span class="tag ok">
					rendue le <?cs var:Demande.rendue_le ?>
					<?cs if:Demande.refus ?>
						(refusée en partie)
					<?cs /if ?>
				</span>
			<?cs elif:?Demande.retard ?>
				<span class="tag bad">
					<?cs call:ic("warn") ?> à rendre avant le <?cs var:Demande.avant ?>, en retard
					de <?cs var:Demande.retard ?> jour<?cs call:s(#Demande.retard) ?>
				</span>
			<?cs else ?>
				<span class="tag<?cs if:#Demande.jours <= #10 ?> warn<?cs /if ?>">
					<?cs call:ic("clock") ?> à rendre avant
					le <?cs var:Demande.avant ?>, dans <?cs var:Demande.jours ?>
					<?cs if:#Demande.jours > #1 ?>
						jours
					<?cs else ?>
						jour
					<?cs /if ?>
				</span>
			<?cs /if ?>
		</p>
		<h2 class="h" id="de">
			<?cs call:demande_qui(Demande) ?>
			<?cs if:Demande.genre == "acces" ?> demande l’accès à ses données
			<?cs elif:Demande.genre == "rectification" ?> demande la rectification de ses données
			<?cs elif:Demande.genre == "effacement" ?> demande l’effacement de ses données
			<?cs elif:Demande.genre == "opposition" ?> s’oppose à un usage de ses données
			<?cs elif:Demande.genre == "limitation" ?> demande que l’usage de ses données soit limité
			<?cs else ?> demande à emporter ses données
			<?cs /if ?>
		</h2>
	</div>
	<p>
		Reçue le <?cs var:Demande.recue ?> <?cs call:demande_par(Demande.voie) ?>.
		<?cs if:?Demande.identite_le ?>
			Identité vérifiée le <?cs var:Demande.identite_le ?> (<?cs var:Demande.identite ?>).
		<?cs elif:!?Demande.rendue_le ?>
			Identité à vérifier.
		<?cs /if ?>
		<?cs if:Demande.prolongee ?>
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
				<?cs else ?>
					<a class="btn" href="/contacts/<?cs var:Demande.contact_id ?>">Ouvrir sa fiche</a>
				<?cs /if ?>
			<?cs /if ?>
			<a class="btn b2" href="/admin/demandes/<?cs var:Demande.id ?>/ecrire">
				Écrire<?cs if:Demande.prenom ?> à <?cs var:Demande.prenom ?><?cs /if ?>
			</a>
			<a class="btn b3" href="/admin/demandes/<?cs var:Demande.id ?>/ecrire?refus=1">
				Refuser en partie
			</a>
		</div>
		<?cs if:?Demande.hubspot && Demande.genre == "effacement" ?>
			<p class="hint">
				HubSpot d’abord : sans cela, ses données y resteraient.
				<?cs if:?Demande.hubspot_url ?>
					<a href="<?cs var:url_validate(Demande.hubspot_url) ?>">Ouvrir sa fiche HubSpot</a>
				<?cs else ?>Sa fiche y porte le numéro <?cs var:Demande.hubspot ?>.
				<?cs /if ?>
			</p>
		<?cs elif:!?Demande.contact_id ?>
			<p class="hint">
				Aucune fiche de cet espace n’a son adresse : la réponse dit que rien n’est gardé d’elle ici.
			</p>
		<?cs /if ?>
	<?cs /if ?>
	<?cs if:?Recu.le ?>
		<div class="card">
			<h3>Reçu de l’effacement</h3>
			<div class="read s">
				<p>
					Le <?cs var:Recu.le ?>, <?cs var:Recu.tables.texte ?> tables et leur texte intégral ont
					été relus, <?cs var:Recu.colonnes.texte ?> colonnes de
					texte, <?cs var:Recu.fichiers.texte ?> noms de fichiers, pour son nom, ses adresses et
					ses numéros.
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
						Les pages de l’index seront refaites cette nuit : d’ici là, ses mots y dorment sans
						pouvoir être trouvés.
					<?cs /if ?>
				</p>
				<p>
					Les sauvegardes déjà faites vivent jusqu’à leur fin ; restaurées, elles l’effacent de
					nouveau. Les journaux du serveur ne portent ni nom ni adresse.
				</p>
			</div>
		</div>
	<?cs /if ?>
</section>
