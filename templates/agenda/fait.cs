<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "publie" ?>
	<?cs call:alerte("ok", "L’événement est publié.") ?>
<?cs elif:Page.fait == "inscrit" ?>
	<?cs call:alerte("ok", "Votre venue est notée. Vous recevrez un courriel de confirmation.") ?>
<?cs elif:Page.fait == "attente" ?>
	<?cs call:alerte("ok", "Vous êtes sur la liste d’attente : nous vous écrirons dès qu’une place
		se libère.") ?>
<?cs elif:Page.fait == "demande" ?>
	<?cs call:alerte("ok", "Votre demande est partie : vous recevrez la réponse de qui organise.") ?>
<?cs elif:Page.fait == "aucun" ?>
	<?cs call:alerte("ok", "C’est noté : vous ne venez plus.") ?>
<?cs elif:Page.fait == "ajoute" ?>
	<?cs call:alerte("ok", "Sa place est prise, et la personne est prévenue.") ?>
<?cs elif:Page.fait == "retire" ?>
	<?cs call:alerte("ok", "La personne n’est plus inscrite ; elle est prévenue.") ?>
<?cs elif:Page.fait == "reponse" ?>
	<?cs call:alerte("ok", "Votre réponse est partie.") ?>
<?cs elif:Page.fait == "message" ?>
	<?cs call:alerte("ok", "Votre message part sur l’espace et par courriel.") ?>
<?cs elif:Page.fait == "question" ?>
	<?cs call:alerte("ok", "Les questions posées à l’inscription sont enregistrées.") ?>
<?cs elif:Page.fait == "ouvertes" ?>
	<?cs call:alerte("ok", "Les inscriptions sont ouvertes.") ?>
<?cs elif:Page.fait == "fermees" ?>
	<?cs call:alerte("ok", "Les inscriptions sont fermées : plus personne n’entre dans la liste.") ?>
<?cs elif:Page.fait == "cree" ?>
	<?cs call:alerte("ok", "Le brouillon est enregistré : vous seul-e et qui organise avec vous le voyez.") ?>
<?cs elif:Page.fait == "modifie" ?>
	<?cs call:alerte("ok", "Les changements sont enregistrés.") ?>
<?cs elif:Page.fait == "annule" ?>
	<?cs call:alerte("ok", "L’événement est annulé, les personnes inscrites sont prévenues.") ?>
<?cs elif:Page.fait == "copie" ?>
	<?cs call:alerte("ok", "Voici la copie, en brouillon : vérifiez sa date avant de publier.") ?>
<?cs elif:Page.fait == "brouillon-supprime" ?>
	<?cs call:alerte("ok", "Le brouillon est supprimé.") ?>
<?cs elif:Page.fait == "date-annulee" ?>
	<?cs call:alerte("ok", "Cette date est annulée, les personnes inscrites sont prévenues.") ?>
<?cs elif:Page.fait == "date-deplacee" ?>
	<?cs call:alerte("ok", "Cette date est déplacée, les personnes inscrites sont prévenues.") ?>
<?cs elif:Page.fait == "date-ajoutee" ?>
	<?cs call:alerte("ok", "La date est ajoutée à la série.") ?>
<?cs elif:Page.fait == "invites" ?>
	<?cs call:alerte("ok", "Ces personnes sont invitées.") ?>
<?cs elif:Page.fait == "organise" ?>
	<?cs call:alerte("ok", "Cette personne organise l’événement avec vous.") ?>
<?cs elif:Page.fait == "organise-plus" ?>
	<?cs call:alerte("ok", "C’est noté : le droit est retiré.") ?>
<?cs elif:Page.fait == "passe" ?>
	<?cs call:alerte("warn", "C’est enregistré. L’événement est déjà passé : vérifiez sa date.") ?>
<?cs elif:Page.fait == "deux-fois" ?>
	<?cs call:alerte("warn", "C’est enregistré. Cette nuit-là, l’heure que vous avez donnée passe deux fois :
		c’est la première qui compte.") ?>
<?cs elif:Page.fait == "pointage-note" ?>
	<?cs call:alerte("ok", "Le pointage est noté.") ?>
<?cs elif:Page.fait == "pointage-ajout" ?>
	<?cs call:alerte("ok", "La personne est ajoutée à la liste, et notée.") ?>
<?cs elif:Page.fait == "pointage-retire" ?>
	<?cs call:alerte("ok", "Le pointage est retiré.") ?>
<?cs elif:Page.fait == "place-viens" || Page.fait == "place-repondu" ?>
	<?cs call:alerte("ok", "Votre réponse est notée, qui organise la voit.") ?>
<?cs elif:Page.fait == "place-rendue" ?>
	<?cs call:alerte("ok", "C’est noté, merci d’avoir prévenu.") ?>
<?cs elif:Page.fait == "place-tard" ?>
	<?cs call:alerte("warn", "C’est trop près de la date : cédez votre place, ou prévenez la personne qui
		organise.") ?>
<?cs elif:Page.fait == "place-non" ?>
	<?cs call:alerte("warn", "Ce n’est plus possible. Voici où vous en êtes.") ?>
<?cs elif:Page.fait == "place-reprise" ?>
	<?cs call:alerte("ok", "Vous gardez votre place.") ?>
<?cs elif:Page.fait == "place-proposee" ?>
	<?cs call:alerte("ok", "Un courriel est parti. La place est à vous jusqu’à sa réponse.") ?>
<?cs elif:Page.fait == "abonnement-retire" ?>
	<?cs call:alerte("ok", "Cette adresse ne vaut plus rien.") ?>
<?cs elif:Page.fait == "abonnement-deja" ?>
	<?cs call:alerte("warn", "Cette adresse n’est montrée qu’une fois. Si vous ne l’avez pas
		copiée, changez-la.") ?>
<?cs elif:Page.fait == "creneaux-pris" ?>
	<?cs call:alerte("ok", "C’est noté, on compte sur vous. Merci.") ?>
<?cs elif:Page.fait == "creneau-quitte" ?>
	<?cs call:alerte("ok", "Vous ne tenez plus ce créneau.") ?>
<?cs elif:Page.fait == "creneau-cherche" ?>
	<?cs call:alerte("warn", "La coordination est prévenue. Vous tenez ce créneau tant que personne
		ne prend votre place.") ?>
<?cs elif:Page.fait == "creneau-confirme" ?>
	<?cs call:alerte("ok", "Merci, ces heures sont confirmées.") ?>
<?cs elif:Page.fait == "creneau-change" ?>
	<?cs call:alerte("ok", "Le créneau est à jour, les personnes concernées sont prévenues.") ?>
<?cs elif:Page.fait == "creneau-vu" ?>
	<?cs call:alerte("ok", "Vous avez vu ce changement : votre créneau vous attend.") ?>
<?cs elif:Page.fait == "creneau-annule" ?>
	<?cs call:alerte("ok", "Le créneau est annulé, qui le tenait est prévenu.") ?>
<?cs elif:Page.fait == "releve-demandee" ?>
	<?cs call:alerte("ok", "Les demandes partent. Le créneau se remplira à mesure des réponses.") ?>
<?cs elif:Page.fait == "releve-jamais" ?>
	<?cs call:alerte("ok", "C’est noté : plus de demandes pour cette édition.") ?>
<?cs elif:Page.fait == "poste-garde" ?>
	<?cs call:alerte("ok", "Le poste est enregistré.") ?>
<?cs elif:Page.fait == "poste-retire" ?>
	<?cs call:alerte("ok", "Le poste est retiré.") ?>
<?cs elif:Page.fait == "postes-creneaux" ?>
	<?cs call:alerte("ok", "Les créneaux sont ouverts.") ?>
<?cs elif:Page.fait == "postes-semaine" ?>
	<?cs call:alerte("ok", "La semaine est reprise, sans personne encore.") ?>
<?cs elif:Page.fait == "postes-repos" ?>
	<?cs call:alerte("ok", "Le repos est enregistré.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
