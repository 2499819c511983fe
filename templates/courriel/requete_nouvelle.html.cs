<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Une personne demande quelque chose sur ses données
</h1>
<p style="margin:0 0 16px">
	Bonjour. Une demande est arrivée le <?cs var:Courriel.recue ?>. Elle est à rendre avant
	le <?cs var:Courriel.echeance ?>.
</p>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?><?cs var:Courriel.lien ?>" style="color:#35690f">
		Voir la demande
	</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
