<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "publie" ?>
	<?cs call:alerte("ok", "L’événement est publié.") ?>
<?cs elif:Page.fait == "cree" ?>
	<?cs call:alerte("ok", "Le brouillon est enregistré : vous seul-e et qui organise avec vous le voyez.") ?>
<?cs elif:Page.fait == "modifie" ?>
	<?cs call:alerte("ok", "Les changements sont enregistrés.") ?>
<?cs elif:Page.fait == "passe" ?>
	<?cs call:alerte("warn", "C’est enregistré. L’événement est déjà passé : vérifiez sa date.") ?>
<?cs elif:Page.fait == "deux-fois" ?>
	<?cs call:alerte("warn", "C’est enregistré. Cette nuit-là, l’heure que vous avez donnée passe deux fois :
		c’est la première qui compte.") ?>
<?cs elif:Page.fait == "pointage-note" ?>
	<?cs call:alerte("ok", "C’est noté.") ?>
<?cs elif:Page.fait == "pointage-ajout" ?>
	<?cs call:alerte("ok", "La personne est ajoutée à la liste, et notée.") ?>
<?cs elif:Page.fait == "pointage-retire" ?>
	<?cs call:alerte("ok", "Le pointage est retiré.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
