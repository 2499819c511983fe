<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Demande d’effacement</h1>
<p style="margin:0 0 16px">
	<b><?cs var:Courriel.qui ?></b> demande l’effacement de ses
	données. <a class="l" href="<?cs var:url_validate(Courriel.url) ?><?cs var:Courriel.fiche ?>"
			style="color:#35690f">
		Voir sa fiche
	</a>
</p>
<?cs if:Courriel.message ?>
	<p style="margin:0 0 16px">Son message : <?cs var:Courriel.message ?></p>
<?cs /if ?>
<p style="margin:0">
	L’effacement se fait dans HubSpot (« Supprimer, RGPD »), dans le mois ; il vaut ensuite ici.
</p>
<?cs include:"courriel/pied.html.cs" ?>
