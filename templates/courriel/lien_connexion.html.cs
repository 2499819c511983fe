<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>
</h1>
<p style="margin:0 0 16px">
	Voici le lien qui vous fait entrer dans <?cs var:Courriel.site ?>, sans mot de passe.
</p>
<p style="margin:0 0 24px">
	<a href="<?cs var:url_validate(Courriel.lien) ?>"<?cs call:bouton() ?>>Entrer</a>
</p>
<p style="margin:0 0 16px">
	Il sert une seule fois et reste valable <?cs var:Courriel.validite ?>. Si le bouton ne marche pas, copiez
	cette adresse :<br>
	<a class="l" href="<?cs var:url_validate(Courriel.lien) ?>" style="color:#35690f;word-break:break-all">
		<?cs var:Courriel.lien ?>
	</a>
</p>
<p style="margin:0">Vous n’avez rien demandé ? Ignorez ce message : sans clic, rien ne se passe.</p>
<?cs include:"courriel/pied.html.cs" ?>
