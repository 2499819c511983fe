<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs if:Courriel.chaque_jour ?>Ma journée<?cs else ?>Ma semaine<?cs /if ?>
</h1>
<p style="margin:0 0 20px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. Voici ce que vous n’avez pas
	encore vu.
</p>
<?cs each:g = Courriel.genres ?>
	<h2 style="margin:24px 0 8px;font:600 18px/1.3 Georgia,serif"><?cs var:g.libelle ?></h2>
	<?cs each:l = g.lignes ?>
		<p style="margin:0 0 12px">
			<a class="l" href="<?cs var:url_validate(Courriel.url) ?><?cs var:l.url ?>" style="color:#35690f">
				<?cs var:l.phrase ?>
			</a>
			<br>
			<span class="m" style="font-size:13px;color:#5b6055"><?cs var:l.quand ?></span>
		</p>
	<?cs /each ?>
<?cs /each ?>
<p style="margin:24px 0">
	<a href="<?cs var:url_validate(Courriel.url) ?><?cs var:Courriel.toutes ?>"<?cs call:bouton() ?>>
		Voir mes notifications
	</a>
</p>
<p class="m" style="margin:0;font-size:13px;color:#5b6055">
	<a class="l" href="<?cs var:url_validate(Courriel.desinscription) ?>" style="color:#35690f">
		Ne plus recevoir ce résumé
	</a>,
	ou <a class="l" href="<?cs var:url_validate(Courriel.url) ?>/notifications/preferences"
			style="color:#35690f">
		changer son jour, son heure, ce qu’il contient
	</a>.
</p>
<?cs include:"courriel/pied.html.cs" ?>
