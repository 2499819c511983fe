<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs if:Courriel.quoi == "copie" ?>
		La copie des sauvegardes a échoué
	<?cs else ?>
		La dernière sauvegarde n’a pas pu être restaurée
	<?cs /if ?>
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>.
	<?cs if:Courriel.quoi == "copie" ?>
		La sauvegarde <?cs var:Courriel.nom ?> est faite et reste sur le serveur, mais sa copie chiffrée
		n’est pas arrivée dans le second lieu.
	<?cs else ?>
		La sauvegarde <?cs var:Courriel.nom ?> a été restaurée à l’essai, à part du site, et cela n’a pas
		marché.
	<?cs /if ?>
</p>
<?cs if:Courriel.pourquoi ?>
	<p style="margin:0 0 16px">Ce qui est dit : <?cs var:Courriel.pourquoi ?></p>
<?cs /if ?>
<p style="margin:0">
	Prévenez votre hébergeur. Un autre message vous dira quand tout ira de nouveau.
</p>
<?cs include:"courriel/pied.html.cs" ?>
