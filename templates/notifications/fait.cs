<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "lues" ?><?cs call:alerte("ok", "Tout est marqué comme lu.") ?>
<?cs elif:Page.fait == "notifications" ?><?cs call:alerte("ok", "Vos choix sont enregistrés.") ?>
<?cs else ?><?cs include:"fait.cs" ?>
<?cs /if ?>
