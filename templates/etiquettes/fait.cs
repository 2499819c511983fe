<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "etiquette" ?><?cs call:alerte("ok", "Les étiquettes sont à jour.") ?>
<?cs elif:Page.fait == "famille" ?><?cs call:alerte("ok", "Les familles sont à jour.") ?>
<?cs elif:Page.fait == "fusion" ?><?cs call:alerte("ok", "Les deux étiquettes n’en font plus qu’une.") ?>
<?cs else ?><?cs include:"fait.cs" ?>
<?cs /if ?>
