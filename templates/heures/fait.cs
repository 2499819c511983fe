<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "declarees" ?>
	<?cs call:alerte("ok", "Vos heures sont notées. Votre coordination les validera.") ?>
<?cs elif:Page.fait == "retirees" ?>
	<?cs call:alerte("ok", "La ligne est retirée.") ?>
<?cs elif:Page.fait == "validees" ?>
	<?cs call:alerte("ok", "Les lignes cochées sont validées.") ?>
<?cs elif:Page.fait == "aucune" ?>
	<?cs call:alerte("warn", "Cochez au moins une ligne, puis validez.") ?>
<?cs elif:Page.fait == "corrigees" ?>
	<?cs call:alerte("ok", "La durée est corrigée ; la personne en est prévenue.") ?>
<?cs elif:Page.fait == "refusees" ?>
	<?cs call:alerte("ok", "La ligne est refusée ; la personne en est prévenue.") ?>
<?cs elif:Page.fait == "rien" ?>
	<?cs call:alerte("warn", "Aucune heure n’est encore validée cette année-là.") ?>
<?cs elif:Page.fait == "taux" ?>
	<?cs call:alerte("ok", "Les taux sont à jour.") ?>
<?cs /if ?>
