<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "mot-de-passe" ?>
	<?cs call:alerte("ok", "Votre mot de passe est enregistré. Vos autres appareils sont déconnectés, vos
		jetons ne servent plus.") ?>
<?cs elif:Page.fait == "session" ?>
	<?cs call:alerte("ok", "Cet appareil est déconnecté.") ?>
<?cs elif:Page.fait == "sessions" ?>
	<?cs call:alerte("ok", "Vos autres appareils sont déconnectés, vos jetons ne servent plus.") ?>
<?cs elif:Page.fait == "effacement" ?>
	<?cs call:alerte("ok", "Votre demande est partie.") ?>
<?cs elif:Page.fait == "demande" ?>
	<?cs call:alerte("ok", "Votre demande est enregistrée : une réponse vous est due dans le mois.") ?>
<?cs elif:Page.fait == "oppositions" ?>
	<?cs call:alerte("ok", "Vos refus sont enregistrés, et déjà appliqués.") ?>
<?cs elif:Page.fait == "limite" ?>
	<?cs call:alerte("ok", "Vos données sont mises de côté. Qui protège les données ici l’apprend.") ?>
<?cs elif:Page.fait == "accord" ?>
	<?cs call:alerte("ok", "L’accord est retiré, dès maintenant.") ?>
<?cs elif:Page.fait == "levee" ?>
	<?cs call:alerte("ok", "La limitation est levée : tout est comme avant.") ?>
<?cs elif:Page.fait == "facteur" ?>
	<?cs call:alerte("ok", "Le second facteur est retiré.") ?>
<?cs elif:Page.fait == "invitation" ?>
	<?cs call:alerte("ok", "Les invitations partent.") ?>
<?cs elif:Page.fait == "jeton" ?>
	<?cs call:alerte("ok", "Ce jeton ne sert plus.") ?>
<?cs elif:Page.fait == "jeton-deja" ?>
	<?cs call:alerte("warn", "Ce jeton est déjà créé, et n’a été montré qu’une fois. Si vous ne l’avez pas
		noté, retirez-le et créez-en un autre.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
