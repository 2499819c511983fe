<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Votre demande sur vos données
</h1>
<p style="margin:0 0 16px">
	Bonjour. À propos de votre demande du <?cs var:Courriel.recue ?> :
</p>
<p style="margin:0;white-space:pre-line"><?cs var:Courriel.texte ?></p>
<?cs include:"courriel/pied.html.cs" ?>
