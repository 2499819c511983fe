<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "import" ?>
	<?cs call:alerte("ok", "Les fiches sont à jour.") ?>
<?cs elif:Page.fait == "import-annule" ?>
	<?cs call:alerte("ok", "Les fiches ont repris ce qu’elles contenaient.") ?>
<?cs elif:Page.fait == "reprise" ?>
	<?cs call:alerte("ok", "C’est repris. Vous pouvez tout annuler pendant 30 jours.") ?>
<?cs elif:Page.fait == "reprise-annulee" ?>
	<?cs call:alerte("ok", "Tout ce que cette reprise avait fait est repris.") ?>
<?cs elif:Page.fait == "import-jete" ?>
	<?cs call:alerte("ok", "Le fichier est jeté, rien n’a changé.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
