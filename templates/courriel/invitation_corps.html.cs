<?cs # What an invitation says, the first and the one that reminds of it ?>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. <?cs var:Courriel.site ?> est
	l’espace des personnes engagées avec <?cs var:Courriel.org ?>
	<?cs if:?Courriel.groupe ?> ; « <?cs var:Courriel.groupe ?> » s’y retrouve<?cs /if ?>.
</p>
<p style="margin:0 0 24px">
	<a href="<?cs var:url_validate(Courriel.url) ?>/inscription"<?cs call:bouton() ?>>Créer mon compte</a>
</p>
<p style="margin:0 0 16px">
	Donnez l’adresse à laquelle vous lisez ce message : <b><?cs var:Courriel.email ?></b>.
</p>
<p style="margin:0">
	Vous ne le souhaitez pas ? Ignorez ce message : vous n’en recevrez pas plus de
	trois. <a class="l" href="<?cs var:url_validate(Courriel.desinscription) ?>" style="color:#35690f">
		N’en recevoir aucun
	</a>. <?cs var:Courriel.qui ?>
</p>
