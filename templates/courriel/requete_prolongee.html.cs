<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Votre demande prendra plus de temps
</h1>
<p style="margin:0 0 16px">
	Bonjour. Votre demande du <?cs var:Courriel.recue ?> sur vos données demande plus d’un mois.
</p>
<p style="margin:0 0 16px;white-space:pre-line"><?cs var:Courriel.texte ?></p>
<p style="margin:0 0 16px">
	Vous aurez notre réponse avant le <b><?cs var:Courriel.echeance ?></b>.
</p>
<?cs include:"courriel/pied.html.cs" ?>
