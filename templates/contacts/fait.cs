<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "fiche" ?>
	<?cs call:alerte("ok", "La fiche est à jour.") ?>
<?cs elif:Page.fait == "note" ?>
	<?cs call:alerte("ok", "La note est enregistrée.") ?>
<?cs elif:Page.fait == "note-rappel" ?>
	<?cs call:alerte("ok", "Le rappel est à jour.") ?>
<?cs elif:Page.fait == "note-supprimee" ?>
	<?cs call:alerte("ok", "La note est supprimée.") ?>
<?cs elif:Page.fait == "nouvelles" ?>
	<?cs call:alerte("ok", "Les nouvelles que vous avez prises sont notées.") ?>
<?cs elif:Page.fait == "relais" ?>
	<?cs call:alerte("ok", "L’accueil est à jour.") ?>
<?cs elif:Page.fait == "discretion" ?>
	<?cs call:alerte("ok", "Vos choix sont enregistrés.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
