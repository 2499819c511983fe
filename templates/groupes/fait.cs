<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "publication" ?>
	<?cs call:alerte("ok", "Votre publication est dans le fil du groupe.") ?>
<?cs elif:Page.fait == "priorites" ?>
	<?cs call:alerte("ok", "Les priorités du groupe sont à jour.") ?>
<?cs elif:Page.fait == "signalement" ?>
	<?cs call:alerte("ok", "Le signalement est traité.") ?>
<?cs elif:Page.fait == "action" ?>
	<?cs call:alerte("ok", "L’action est à jour.") ?>
<?cs elif:Page.fait == "action-faite" ?>
	<?cs call:alerte("ok", "Bravo, l’action est faite. Le groupe le voit dans son fil.") ?>
<?cs elif:Page.fait == "deplace" ?>
	<?cs call:alerte("ok", "Le groupe est déplacé, les droits ont suivi.") ?>
<?cs elif:Page.fait == "rejoint" ?>
	<?cs call:alerte("ok", "Vous faites partie du groupe.") ?>
<?cs elif:Page.fait == "demande" ?>
	<?cs call:alerte("ok", "Votre demande est partie ; la réponse viendra par courriel.") ?>
<?cs elif:Page.fait == "passe" ?>
	<?cs call:alerte("ok", "La main est passée : la personne est prévenue.") ?>
<?cs elif:Page.fait == "passe-siege" ?>
	<?cs call:alerte("ok", "La personne est prévenue ; votre demande est arrivée au Siège.") ?>
<?cs elif:Page.fait == "quitte" ?>
	<?cs call:alerte("ok", "Vous avez quitté le groupe.") ?>
<?cs elif:Page.fait == "reponse" ?>
	<?cs call:alerte("ok", "La réponse est partie.") ?>
<?cs elif:Page.fait == "groupe" ?>
	<?cs call:alerte("ok", "Le groupe est enregistré.") ?>
<?cs elif:Page.fait == "archive" ?>
	<?cs call:alerte("ok", "Le groupe est archivé : il se lit encore, rien ne s’y écrit plus.") ?>
<?cs elif:Page.fait == "rouvert" ?>
	<?cs call:alerte("ok", "Le groupe est rouvert.") ?>
<?cs elif:Page.fait == "invite" ?>
	<?cs call:alerte("ok", "L’invitation est partie à qui peut la recevoir.") ?>
<?cs elif:Page.fait == "role" ?>
	<?cs call:alerte("ok", "Les rôles sont à jour, les droits ont suivi.") ?>
<?cs elif:Page.fait == "vote" ?>
	<?cs call:alerte("ok", "Votre réponse est enregistrée.") ?>
<?cs elif:Page.fait == "sondage-clos" ?>
	<?cs call:alerte("ok", "Le vote est clos, le résultat est dans la publication.") ?>
<?cs elif:Page.fait == "sondage-deja" ?>
	<?cs call:alerte("warn", "Ces réponses étaient déjà closes.") ?>
<?cs elif:Page.fait == "relance" ?>
	<?cs call:alerte("ok", "Les personnes qui n’ont pas répondu vont être prévenues.") ?>
<?cs elif:Page.fait == "relance-deja" ?>
	<?cs call:alerte("warn", "Une relance est déjà partie aujourd’hui, ou les réponses sont closes.") ?>
<?cs elif:Page.fait == "epingle" ?>
	<?cs call:alerte("ok", "La publication est en haut du fil.") ?>
<?cs elif:Page.fait == "depingle" ?>
	<?cs call:alerte("ok", "La publication n’est plus épinglée.") ?>
<?cs elif:Page.fait == "epingle-trop" ?>
	<?cs call:alerte("warn", "Trois publications sont déjà épinglées : libérez d’abord une place.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
