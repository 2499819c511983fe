<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "message-archive" ?>
	<?cs call:alerte("ok", "La conversation est dans les archives ; un nouveau message la ramènera.") ?>
<?cs elif:Page.fait == "message-remis" ?>
	<?cs call:alerte("ok", "La conversation est de retour avec les autres.") ?>
<?cs elif:Page.fait == "message-parti" ?>
	<?cs call:alerte("ok", "Vous avez quitté la conversation.") ?>
<?cs elif:Page.fait == "message-retire" ?>
	<?cs call:alerte("ok", "La personne n’est plus dans la conversation.") ?>
<?cs elif:Page.fait == "message-ajout" ?>
	<?cs call:alerte("ok", "La personne est dans la conversation.") ?>
<?cs elif:Page.fait == "message-envoi" ?>
	<?cs call:alerte("ok", "Votre message est envoyé à tout le groupe.") ?>
<?cs elif:Page.fait == "message-siege" ?>
	<?cs call:alerte("ok", "Votre message est arrivé au Siège. La réponse viendra ici.") ?>
<?cs elif:Page.fait == "message-probleme" ?>
	<?cs call:alerte("ok", "Merci, le problème est signalé. La réponse viendra ici.") ?>
<?cs elif:Page.fait == "message-suivi" ?>
	<?cs call:alerte("ok", "Le suivi est enregistré.") ?>
<?cs elif:Page.fait == "reglage" ?>
	<?cs call:alerte("ok", "Les réglages sont enregistrés.") ?>
<?cs elif:Page.fait == "notifications" ?>
	<?cs call:alerte("ok", "Vos choix sont enregistrés.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
