<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "import" ?>
	<?cs call:alerte("ok", "Les fiches sont à jour.") ?>
<?cs elif:Page.fait == "import-annule" ?>
	<?cs call:alerte("ok", "Les fiches ont repris ce qu’elles contenaient.") ?>
<?cs elif:Page.fait == "import-jete" ?>
	<?cs call:alerte("ok", "Le fichier est jeté, rien n’a changé.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
