<?cs # Words of a request: its right, the person, how long is left; D is a row of requetes_say() ?>
<?cs def:droit(g) ?>
	<?cs if:g == "acces" ?>Accès<?cs elif:g == "rectification" ?>Rectification
	<?cs elif:g == "effacement" ?>Effacement<?cs elif:g == "opposition" ?>Opposition
	<?cs elif:g == "limitation" ?>Limitation<?cs else ?>Portabilité<?cs /if ?>
<?cs /def ?>

<?cs def:demande_jours(n) ?><?cs var:n ?> jour<?cs call:s(#n) ?><?cs /def ?>

<?cs def:demande_qui(d) ?>
	<?cs if:d.nom ?><?cs var:d.nom ?><?cs else ?>une personne effacée<?cs /if ?>
<?cs /def ?>

<?cs def:demande_par(voie) ?>
	<?cs if:voie == "courriel" ?>par courriel<?cs elif:voie == "lettre" ?>par lettre
	<?cs elif:voie == "oral" ?>de vive voix<?cs elif:voie == "compte" ?>depuis son compte
	<?cs else ?>par un autre moyen<?cs /if ?>
<?cs /def ?>

<?cs def:demande_voie() ?><?cs call:demande_par(Demande.voie) ?>.<?cs /def ?>

<?cs def:demande_annee() ?>
	<b><?cs var:Annee.demandes.texte ?></b> demande<?cs call:s(#Annee.demandes) ?>
<?cs /def ?>

<?cs def:demande_reste(d) ?>
	<?cs if:d.rendue_le ?>
		<span class="tag ok"><?cs if:d.partiel ?>refusée en partie<?cs else ?>fait<?cs /if ?></span>
	<?cs elif:d.retard ?>
		<span class="tag bad">
			<?cs call:ic("warn") ?> <?cs var:d.retard ?> jour<?cs call:s(#d.retard) ?> de retard
		</span>
	<?cs elif:#d.jours <= #10 ?>
		<span class="tag warn">
			<?cs call:ic("clock") ?> <?cs var:d.jours ?> jour<?cs call:s(#d.jours) ?>
		</span>
	<?cs else ?>
		<span class="tag"><?cs var:d.jours ?> jours</span>
	<?cs /if ?>
<?cs /def ?>

<?cs def:demande_etape(e) ?>
	<?cs if:e == "recue" ?>Demande reçue
	<?cs elif:e == "accuse" ?>Accusé envoyé
	<?cs elif:e == "identite" ?>Identité vérifiée
	<?cs elif:e == "prolongee" ?>Délai prolongé
	<?cs elif:e == "ecrit" ?>Courriel à la personne
	<?cs elif:e == "archive" ?>Archive préparée
	<?cs elif:e == "archive_echec" ?>Archive en échec
	<?cs elif:e == "limitee" ?>Données mises de côté
	<?cs elif:e == "levee" ?>Limitation levée
	<?cs elif:e == "oppose" ?>Oppositions enregistrées
	<?cs elif:e == "accord" ?>Accord retiré
	<?cs elif:e == "complement" ?>Précision de la personne
	<?cs elif:e == "alerte" ?>Rappel envoyé
	<?cs elif:e == "retard" ?>Retard signalé
	<?cs elif:e == "verifie" ?>Effacement vérifié
	<?cs elif:e == "index" ?>Pages de l’index refaites
	<?cs elif:e == "refus" ?>Refusée en partie
	<?cs else ?>Réponse rendue
	<?cs /if ?>
<?cs /def ?>

<?cs # What an erasure takes and leaves ?>
<?cs def:demande_partira() ?>
	<div class="grid">
		<div class="card">
			<h3>Partira</h3>
			<div class="read s">
				<ul>
					<?cs each:x = partira ?>
						<li>
							<?cs if:x.quoi == "messages" ?>Messages, remplacés par « message effacé »
							<?cs else ?><?cs var:x.quoi ?>
							<?cs /if ?> : <?cs var:x.n ?>
						</li>
					<?cs /each ?>
					<li>Son nom, ses adresses et ses numéros, dans les textes des autres</li>
					<li>Ses traces dans la recherche, le journal et les brouillons</li>
				</ul>
			</div>
		</div>
		<div class="card">
			<h3>Restera, et pourquoi</h3>
			<div class="read s">
				<ul>
					<?cs each:x = restera ?>
						<li>
							<?cs if:x.quoi == "presences" ?>Présences, comptées sans nom : <?cs var:x.n ?>
							<?cs else ?>
								<?cs var:x.quoi ?>, écrits au nom d’un groupe : <?cs var:x.n ?>
							<?cs /if ?>
						</li>
					<?cs /each ?>
					<?cs if:?Restera.heures && Restera.heures != "" ?>
						<li><?cs var:Restera.heures ?> au total, pour les comptes, sans nom</li>
					<?cs /if ?>
					<li>Le reçu de cette demande, 5 ans, sans son contenu</li>
				</ul>
			</div>
		</div>
	</div>
<?cs /def ?>
