<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "deconnexion" ?><?cs call:alerte("ok", "Vous avez quitté l’espace. À bientôt.") ?>
<?cs else ?><?cs include:"fait.cs" ?>
<?cs /if ?>
