<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "page" ?>
	<?cs call:alerte("ok", "La page est enregistrée : elle est lue ainsi dès maintenant.") ?>
<?cs elif:Page.fait == "reglage" ?>
	<?cs call:alerte("ok", "Les réglages sont enregistrés.") ?>
<?cs elif:Page.fait == "champ" ?>
	<?cs call:alerte("ok", "Le champ est créé : il est déjà dans les fiches, les filtres et les exports.") ?>
<?cs elif:Page.fait == "champ-change" ?>
	<?cs call:alerte("ok", "Le champ est à jour.") ?>
<?cs elif:Page.fait == "cle" ?>
	<?cs call:alerte("ok",
		"La clé est prise : la réponse de HubSpot vient dans la minute. Rechargez cette page.") ?>
<?cs elif:Page.fait == "annonce" ?>
	<?cs call:alerte("ok", "C’est noté : l’arrêt sera compté comme annoncé.") ?>
<?cs elif:Page.fait == "main" ?>
	<?cs call:alerte("ok", "Un courriel part avec ce que dit cette page.") ?>
<?cs elif:Page.fait == "ferme" ?>
	<?cs call:alerte("ok", "L’accès est fermé. Il le reste jusqu’à ce que HubSpot le dise aussi.") ?>
<?cs elif:Page.fait == "rouvert" ?>
	<?cs call:alerte("ok", "L’accès est de nouveau celui que dit HubSpot.") ?>
<?cs elif:Page.fait == "departs" ?>
	<?cs call:alerte("ok", "C’est noté : la prochaine lecture ferme ces accès.") ?>
<?cs elif:Page.fait == "departs-non" ?>
	<?cs call:alerte("ok",
		"C’est noté : ces personnes gardent leur accès, tant que HubSpot ne dit pas autre chose d’elles.") ?>
<?cs elif:Page.fait == "droits" ?>
	<?cs call:alerte("ok", "Les droits sont à jour, et déjà appliqués.") ?>
<?cs elif:Page.fait == "demande" ?>
	<?cs call:alerte("ok", "La demande est notée. Si elle a une adresse, un accusé de réception part.") ?>
<?cs elif:Page.fait == "identite" ?>
	<?cs call:alerte("ok", "L’identité est notée comme vérifiée.") ?>
<?cs elif:Page.fait == "prolongee" ?>
	<?cs call:alerte("ok", "Le délai est de trois mois en tout : la personne l’apprend par courriel.") ?>
<?cs elif:Page.fait == "ecrit" ?>
	<?cs call:alerte("ok", "Le courriel part.") ?>
<?cs elif:Page.fait == "rendue" ?>
	<?cs call:alerte("ok", "La réponse part, la demande est close.") ?>
<?cs elif:Page.fait == "limitee" ?>
	<?cs call:alerte("ok", "Ses données sont mises de côté.") ?>
<?cs elif:Page.fait == "accord" ?>
	<?cs call:alerte("ok", "L’accord est retiré, dès maintenant.") ?>
<?cs elif:Page.fait == "levee" ?>
	<?cs call:alerte("ok", "La limitation est levée : ses données servent de nouveau.") ?>
<?cs elif:Page.fait == "oppositions" ?>
	<?cs call:alerte("ok", "Ses oppositions sont enregistrées, et déjà appliquées.") ?>
<?cs elif:Page.fait == "efface" ?>
	<?cs call:alerte("ok", "La personne est effacée. Le reçu dit ce qui a été relu, et ce qui en restait.") ?>
<?cs elif:Page.fait == "correspondance" ?>
	<?cs call:alerte("ok",
		"Le champ est créé. Ses valeurs arrivent avec la prochaine lecture complète, qui commence.") ?>
<?cs elif:Page.fait == "averties" ?>
	<?cs call:alerte("ok", "Les courriels partent : ces personnes ont 30 jours pour revenir.") ?>
<?cs elif:Page.fait == "conservation-accord" ?>
	<?cs call:alerte("ok", "C’est noté : la prochaine nuit continue.") ?>
<?cs elif:Page.fait == "adoptees" ?>
	<?cs call:alerte("ok", "L’adoption des durées est notée : elles s’appliquent la nuit prochaine.") ?>
<?cs elif:Page.fait == "decidee" ?>
	<?cs call:alerte("ok", "C’est noté : cette fiche part à son terme, sans avertissement.") ?>
<?cs elif:Page.fait == "regle" ?>
	<?cs call:alerte("ok", "La règle est enregistrée, et déjà appliquée.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
