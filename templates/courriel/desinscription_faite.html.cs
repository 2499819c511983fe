<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Vous ne recevrez plus certains courriels</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. Le lien d’un de nos courriels
	vient de servir, sans connexion, à ne plus vous envoyer <?cs if:Courriel.genre == "resume" ?>le résumé.
	<?cs elif:subcount(Courriel.genres) ?>de courriel pour :
	<?cs else ?>d’invitation à créer un compte.
	<?cs /if ?>
</p>
<?cs if:subcount(Courriel.genres) ?>
	<ul style="margin:0 0 16px">
		<?cs each:g = Courriel.genres ?><li><?cs var:g.libelle ?></li><?cs /each ?>
	</ul>
<?cs /if ?>
<p style="margin:0 0 16px">C’était vous ? Il n’y a rien à faire.</p>
<p style="margin:0">
	Ce n’était pas vous ? Quelqu’un a pu lire ce lien, par exemple dans un courriel
	transféré. <a class="l" href="<?cs var:url_validate(Courriel.retour) ?>" style="color:#35690f">
		Recevoir de nouveau ces messages
	</a> : le lien ne vaudra plus rien.
</p>
<?cs include:"courriel/pied.html.cs" ?>
