<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs if:Courriel.quoi == "copie" ?>
		La copie des sauvegardes marche de nouveau
	<?cs else ?>
		La sauvegarde se restaure de nouveau
	<?cs /if ?>
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>.
	<?cs if:Courriel.quoi == "copie" ?>
		La copie chiffrée <?cs var:de(Courriel.nom) ?> est dans le second lieu.
	<?cs else ?>
		La sauvegarde <?cs var:Courriel.nom ?> a été restaurée à l’essai : tout y est.
	<?cs /if ?>
</p>
<p style="margin:0">Il n’y a rien à faire.</p>
<?cs include:"courriel/pied.html.cs" ?>
