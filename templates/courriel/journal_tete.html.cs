<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	La tête de chaîne de la semaine
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. Le journal a été
	vérifié <?cs var:Courriel.depuis ?> : <?cs var:nb(Courriel.lignes) ?> lignes, aucune retouche. Gardez ce
	message : il permettra de prouver que rien n’a été retiré depuis.
</p>
<p style="margin:0;overflow-wrap:anywhere">
	Ligne <?cs var:Courriel.derniere ?>, empreinte <?cs var:Courriel.tete ?>
</p>
<?cs include:"courriel/pied.html.cs" ?>
