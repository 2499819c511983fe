<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs if:Courriel.quoi == "evenement_annule" ?>Ce rendez-vous n’aura pas lieu
	<?cs elif:Courriel.quoi == "evenement_change" ?>Ce rendez-vous change
	<?cs elif:Courriel.quoi == "evenement_invitation" ?>Vous êtes invité-e
	<?cs elif:Courriel.quoi == "rappel_evenement" ?>C’est bientôt
	<?cs elif:Courriel.dates.0.offre ?>Des places vous attendent
	<?cs elif:Courriel.dates.0.avant ?>Confirmez votre place
	<?cs elif:Courriel.dates.0.etat == "inscrit" ?>On vous attend
	<?cs elif:Courriel.dates.0.etat == "attente" ?>Vous êtes sur la liste d’attente
	<?cs else ?>Votre inscription
	<?cs /if ?>
</h1>
<p style="margin:0 0 16px">Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>.</p>
<?cs if:Courriel.quoi == "evenement_invitation" ?>
	<p style="margin:0 0 16px">Votre réponse aide les personnes qui organisent.</p>
<?cs elif:Courriel.quoi == "rappel_evenement" ?>
	<p style="margin:0 0 16px">Votre place est prête. Venez-vous toujours ?</p>
<?cs /if ?>
<?cs if:Courriel.phrase ?><p style="margin:0 0 16px"><?cs var:Courriel.phrase ?></p><?cs /if ?>
<p style="margin:0 0 8px"><b><?cs var:Courriel.titre ?></b></p>
<?cs each:d = Courriel.dates ?>
	<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 12px">
		<tr>
			<td width="56" valign="top">
				<?cs call:jour(d.mois_court, d.numero) ?>
			</td>
			<td style="padding-left:12px">
				<?cs var:d.quand ?>
				<?cs if:d.lieu ?><br><?cs var:d.lieu ?><?cs /if ?>
				<?cs if:d.etat == "inscrit" && d.invites ?>
					<br>
					Vous venez à <?cs var:d.invites + #1 ?>.
				<?cs elif:d.etat == "attente" && !d.offre ?>
					<br>
					Vous êtes sur la liste d’attente.
				<?cs elif:d.etat == "demande" ?>
					<br>
					Votre demande attend une réponse.
				<?cs /if ?>
				<?cs if:d.avant ?><br>Répondez avant le <?cs var:d.avant ?>.<?cs /if ?>
			</td>
		</tr>
	</table>
<?cs /each ?>
<?cs if:Courriel.encore ?>
	<p style="margin:0 0 12px">
		<?cs if:Courriel.encore > #1 ?>Et <?cs var:Courriel.encore ?> autres dates.
		<?cs else ?>Et une autre date.
		<?cs /if ?>
	</p>
<?cs /if ?>
<?cs if:Courriel.lien && Courriel.quoi != "evenement_annule" ?>
	<p style="margin:0 0 12px">
		En ligne : <a class="l" href="<?cs var:url_validate(Courriel.lien) ?>" style="color:#35690f">
			<?cs var:Courriel.lien ?>
		</a>
	</p>
<?cs /if ?>
<?cs if:Courriel.reponse ?>
	<p style="margin:12px 0">
		<a href="<?cs var:url_validate(Courriel.reponse) ?>"<?cs call:bouton() ?>>
			<?cs if:Courriel.dates.0.offre ?>Prendre ces places
			<?cs elif:Courriel.dates.0.avant || Courriel.quoi == "rappel_evenement" ?>Oui, je viens
			<?cs else ?>Voir ma place
			<?cs /if ?>
		</a>
	</p>
	<p style="margin:0 0 16px">
		Un empêchement ? <a class="l" href="<?cs var:url_validate(Courriel.reponse) ?>#non"
				style="color:#35690f">
			Je ne peux plus
		</a><?cs if:Courriel.dates.0.etat != "attente" ?>,
		ou <a class="l" href="<?cs var:url_validate(Courriel.reponse) ?>#cede" style="color:#35690f">
			je cède ma place à quelqu’un
		</a><?cs /if ?>.
	</p>
<?cs elif:Courriel.quoi == "evenement_invitation" ?>
	<p style="margin:12px 0 16px">
		<a href="<?cs var:url_validate(Courriel.page) ?>"<?cs call:bouton() ?>>Répondre à l’invitation</a>
	</p>
<?cs /if ?>
<?cs if:Courriel.page ?>
	<p style="margin:0 0 16px">
		<a class="l" href="<?cs var:url_validate(Courriel.page) ?>" style="color:#35690f">
			Voir l’événement
		</a>
	</p>
<?cs /if ?>
<p style="margin:0 0 16px">Le rendez-vous pour votre calendrier est joint.</p>
<?cs if:Courriel.desinscription ?>
	<p class="m" style="margin:0;font-size:13px;color:#5b6055">
		<a class="l" href="<?cs var:url_validate(Courriel.desinscription) ?>" style="color:#35690f">
			Ne plus recevoir de courriel pour cela
		</a>,
		ou <a class="l" href="<?cs var:url_validate(Courriel.url) ?>/notifications/preferences?sur=agenda"
				style="color:#35690f">
			choisir ce qui m’arrive et quand
		</a>.
	</p>
<?cs /if ?>
<?cs include:"courriel/pied.html.cs" ?>
