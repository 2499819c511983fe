<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "publie" ?>
	<?cs call:alerte("ok", "L’événement est publié.") ?>
<?cs elif:Page.fait == "inscrit" ?>
	<?cs call:alerte("ok", "Votre venue est notée. Vous recevrez un courriel de confirmation.") ?>
<?cs elif:Page.fait == "attente" ?>
	<?cs call:alerte("ok", "Vous êtes sur la liste d’attente : nous vous écrirons dès qu’une place
		se libère.") ?>
<?cs elif:Page.fait == "demande" ?>
	<?cs call:alerte("ok", "Votre demande est partie : vous recevrez la réponse de qui organise.") ?>
<?cs elif:Page.fait == "aucun" ?>
	<?cs call:alerte("ok", "C’est noté : vous ne venez plus.") ?>
<?cs elif:Page.fait == "ajoute" ?>
	<?cs call:alerte("ok", "Sa place est prise, et la personne est prévenue.") ?>
<?cs elif:Page.fait == "retire" ?>
	<?cs call:alerte("ok", "La personne n’est plus inscrite ; elle est prévenue.") ?>
<?cs elif:Page.fait == "reponse" ?>
	<?cs call:alerte("ok", "Votre réponse est partie.") ?>
<?cs elif:Page.fait == "message" ?>
	<?cs call:alerte("ok", "Votre message part sur l’espace et par courriel.") ?>
<?cs elif:Page.fait == "question" ?>
	<?cs call:alerte("ok", "C’est enregistré.") ?>
<?cs elif:Page.fait == "ouvertes" ?>
	<?cs call:alerte("ok", "Les inscriptions sont ouvertes.") ?>
<?cs elif:Page.fait == "fermees" ?>
	<?cs call:alerte("ok", "Les inscriptions sont fermées : plus personne n’entre dans la liste.") ?>
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
	<?cs call:alerte("ok", "C’est noté.") ?>
<?cs elif:Page.fait == "pointage-ajout" ?>
	<?cs call:alerte("ok", "La personne est ajoutée à la liste, et notée.") ?>
<?cs elif:Page.fait == "pointage-retire" ?>
	<?cs call:alerte("ok", "Le pointage est retiré.") ?>
<?cs elif:Page.fait == "abonnement-retire" ?>
	<?cs call:alerte("ok", "Cette adresse ne vaut plus rien.") ?>
<?cs elif:Page.fait == "abonnement-deja" ?>
	<?cs call:alerte("warn", "Cette adresse n’est montrée qu’une fois. Si vous ne l’avez pas copiée, changez-la.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
