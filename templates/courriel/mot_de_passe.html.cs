<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Votre mot de passe a changé</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. Le mot de passe de votre
	compte <?cs var:Courriel.site ?> vient d’être choisi ou changé. Vos autres appareils ont été déconnectés.
</p>
<p style="margin:0">
	Ce n’est pas
	vous ? <a class="l" href="<?cs var:url_validate(Courriel.url) ?>/connexion" style="color:#35690f">
		Demandez tout de suite un lien pour entrer
	</a>, puis choisissez un nouveau mot de passe dans votre compte.
</p>
<?cs include:"courriel/pied.html.cs" ?>
