<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "supprimee" ?>
	<?cs call:alerte("ok", "Le brouillon est supprimé.") ?>
<?cs elif:Page.fait == "enregistree" ?>
	<?cs call:alerte("ok", "La lettre est enregistrée.") ?>
<?cs elif:Page.fait == "liens" ?>
	<?cs call:alerte("ok", "Les liens vers d’autres sites sont demandés : la réponse vient en quelques
		secondes.") ?>
<?cs elif:Page.fait == "essai" ?>
	<?cs call:alerte("ok", "L’essai part : il arrive dans un instant.") ?>
<?cs elif:Page.fait == "modele" ?>
	<?cs call:alerte("ok", "Voici le modèle : la lettre reste comme elle est.") ?>
<?cs elif:Page.fait == "reprise" ?>
	<?cs call:alerte("ok", "Voici la copie, en brouillon.") ?>
<?cs elif:Page.fait == "demandee" ?>
	<?cs call:alerte("ok", "La relecture est demandée.") ?>
<?cs elif:Page.fait == "relue" ?>
	<?cs call:alerte("ok", "C’est noté : vous avez relu ces mots.") ?>
<?cs elif:Page.fait == "programmee" ?>
	<?cs call:alerte("ok", "La lettre est programmée.") ?>
<?cs elif:Page.fait == "partie" ?>
	<?cs call:alerte("ok", "La lettre part dans un instant.") ?>
<?cs elif:Page.fait == "deprogrammee" ?>
	<?cs call:alerte("ok", "La lettre est déprogrammée : c’est de nouveau un brouillon.") ?>
<?cs elif:Page.fait == "pause" ?>
	<?cs call:alerte("ok", "L’envoi est en pause.") ?>
<?cs elif:Page.fait == "reprend" ?>
	<?cs call:alerte("ok", "L’envoi reprend.") ?>
<?cs elif:Page.fait == "arretee" ?>
	<?cs call:alerte("ok", "L’envoi est arrêté : qui n’a pas reçu la lettre ne la recevra pas.") ?>
<?cs elif:Page.fait == "corrigee" ?>
	<?cs call:alerte("ok", "L’envoi reprend avec la version corrigée.") ?>
<?cs /if ?>
