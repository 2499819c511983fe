<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "bienvenue" ?>
	<?cs call:alerte("ok", "Votre compte est ouvert. Bienvenue.") ?>
<?cs elif:Page.fait == "action" ?>
	<?cs call:alerte("ok", "L’action est à jour.") ?>
<?cs elif:Page.fait == "action-faite" ?>
	<?cs call:alerte("ok", "Bravo, l’action est faite. Le groupe le voit dans son fil.") ?>
<?cs elif:Page.fait == "invitation-refusee" ?>
	<?cs call:alerte("ok", "L’invitation est déclinée.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
