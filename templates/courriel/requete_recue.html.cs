<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Votre demande est bien reçue
</h1>
<p style="margin:0 0 16px">
	Bonjour. Nous avons reçu le <?cs var:Courriel.recue ?> votre demande sur vos données.
</p>
<p style="margin:0 0 16px">
	Vous aurez notre réponse avant le <b><?cs var:Courriel.echeance ?></b>.
</p>
<p style="margin:0 0 16px">
	Si nous ne savons pas encore que c’est bien vous, nous vous écrirons.
</p>
<?cs include:"courriel/pied.html.cs" ?>
