<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "segment" ?>
	<?cs call:alerte("ok", "Le segment est gardé. Voici les personnes qu’il trouve aujourd’hui.") ?>
<?cs elif:Page.fait == "segment-supprime" ?>
	<?cs call:alerte("ok", "Le segment est supprimé.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
