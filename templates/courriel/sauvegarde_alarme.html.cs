<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	La sauvegarde de cette nuit est à regarder
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. La
	sauvegarde <?cs var:Courriel.nom ?> est faite, mais on ne peut pas s’y fier. Les sauvegardes des nuits
	d’avant sont toujours là.
</p>
<p style="margin:0 0 16px"><?cs var:Courriel.pourquoi ?></p>
<p style="margin:0">
	Demandez à votre hébergeur de la vérifier : « essaim-dump --verify » dit ce qui ne va pas.
</p>
<?cs include:"courriel/pied.html.cs" ?>
