<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "supprimee" ?>
	<?cs call:alerte("ok", "Le brouillon est supprimé.") ?>
<?cs elif:Page.fait == "enregistree" ?>
	<?cs call:alerte("ok", "C’est enregistré.") ?>
<?cs /if ?>
