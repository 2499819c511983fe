<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Une demande sur des données attend sa réponse
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. Une demande reçue
	le <?cs var:Courriel.recue ?>
	<?cs if:Courriel.retard ?>
		devait être rendue avant le
	<?cs else ?>
		est à rendre avant le
	<?cs /if ?> <?cs var:Courriel.echeance ?>.
</p>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?><?cs var:Courriel.lien ?>" style="color:#35690f">
		Voir la demande
	</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
