<?cs # What was just done to any objet, on whatever page it shows; those of an area are in its AREA/fait.cs ?>
<?cs if:Page.fait == "commentaire" ?><?cs call:alerte("ok", "Votre commentaire est envoyé.") ?>
<?cs elif:Page.fait == "texte-change" ?><?cs call:alerte("ok", "Le texte est à jour.") ?>
<?cs elif:Page.fait == "supprime" ?><?cs call:alerte("ok", "Le texte est supprimé.") ?>
<?cs elif:Page.fait == "signale" ?><?cs call:alerte("ok", "Merci, la coordination va regarder.") ?>
<?cs elif:Page.fait == "suivi" ?>
	<?cs call:alerte("ok", "Votre choix pour ses notifications est enregistré.") ?>
<?cs elif:Page.fait == "lu" ?><?cs call:alerte("ok", "Merci, votre lecture est notée.") ?>
<?cs /if ?>
