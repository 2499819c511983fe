<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs if:Courriel.nombre > #1 ?><?cs var:Courriel.nombre ?> nouvelles pour vous
	<?cs else ?>Une nouvelle pour vous
	<?cs /if ?>
</h1>
<p style="margin:0 0 20px">Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>.</p>
<?cs each:g = Courriel.genres ?>
	<?cs each:l = g.lignes ?>
		<p style="margin:0 0 4px;font-weight:600">
			<a class="l" href="<?cs var:url_validate(Courriel.url) ?><?cs var:l.url ?>" style="color:#35690f">
				<?cs var:l.phrase ?>
			</a>
		</p>
		<?cs if:l.extrait ?>
			<p style="margin:0 0 4px;padding-left:12px;border-left:3px solid #e8e3d8;white-space:pre-line">
				<?cs var:l.extrait ?>
			</p>
		<?cs /if ?>
		<p class="m" style="margin:0 0 16px;font-size:13px;color:#5b6055"><?cs var:l.quand ?></p>
	<?cs /each ?>
	<?cs if:?g.desinscription ?>
		<p class="m" style="margin:0 0 20px;font-size:13px;color:#5b6055">
			<?cs var:g.libelle ?> : <a class="l" href="<?cs var:url_validate(g.desinscription) ?>"
					style="color:#35690f">
				ne plus m’écrire pour cela
			</a>
		</p>
	<?cs /if ?>
<?cs /each ?>
<p style="margin:8px 0 24px">
	<a href="<?cs var:url_validate(Courriel.url) ?><?cs if:Courriel.nombre > #1 ?>
				<?cs var:Courriel.toutes ?><?cs else ?>
				<?cs each:g = Courriel.genres ?><?cs each:l = g.lignes ?><?cs var:l.url ?><?cs /each ?>
				<?cs /each ?><?cs /if ?>"<?cs call:bouton() ?>>
		<?cs if:Courriel.nombre > #1 ?>
			Voir mes notifications
		<?cs elif:Courriel.genres.0.nom == "message" || Courriel.genres.0.nom == "mention"
			|| Courriel.genres.0.nom == "reponse" ?>
			Voir et répondre
		<?cs else ?>
			Ouvrir dans Essaim
		<?cs /if ?>
	</a>
</p>
<?cs if:Courriel.repondre ?>
	<p style="margin:0 0 16px">
		Pour répondre, répondez simplement à ce courriel : votre réponse arrivera dans la conversation.
	</p>
<?cs /if ?>
<p class="m" style="margin:0;font-size:13px;color:#5b6055">
	<a class="l" href="<?cs var:url_validate(Courriel.desinscription) ?>" style="color:#35690f">
		Ne plus recevoir de courriel pour cela
	</a>,
	ou <a class="l" href="<?cs var:url_validate(Courriel.url) ?>/notifications/preferences"
			style="color:#35690f">
		choisir ce qui m’arrive et quand
	</a>.
</p>
<?cs include:"courriel/pied.html.cs" ?>
