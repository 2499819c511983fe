<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "publiee" ?>
	<?cs call:alerte("ok", "L’actualité est publiée.") ?>
<?cs elif:Page.fait == "deja" ?>
	<?cs call:alerte("warn", "Elle était déjà publiée.") ?>
<?cs elif:Page.fait == "programmee" ?>
	<?cs call:alerte("ok", "C’est noté : elle paraîtra à l’heure dite.") ?>
<?cs elif:Page.fait == "attend" ?>
	<?cs call:alerte("warn", "Elle est enregistrée. Elle pourra paraître dès que la personne dont c’est le
		portrait aura dit oui.") ?>
<?cs elif:Page.fait == "enregistree" ?>
	<?cs call:alerte("ok", "L’actualité est enregistrée.") ?>
<?cs elif:Page.fait == "retiree" ?>
	<?cs call:alerte("ok", "Plus personne ne la lit. Vous pouvez la reprendre quand vous voulez.") ?>
<?cs elif:Page.fait == "supprimee" ?>
	<?cs call:alerte("ok", "L’actualité est supprimée.") ?>
<?cs elif:Page.fait == "accord" ?>
	<?cs call:alerte("ok", "Merci. La personne qui écrit est prévenue.") ?>
<?cs elif:Page.fait == "refus" ?>
	<?cs call:alerte("ok", "C’est noté : votre portrait ne paraît pas.
		La personne qui écrit est prévenue.") ?>
<?cs elif:Page.fait == "flux-retire" ?>
	<?cs call:alerte("ok", "Cette adresse ne vaut plus rien.") ?>
<?cs elif:Page.fait == "flux-deja" ?>
	<?cs call:alerte("warn", "Cette adresse n’est montrée qu’une fois. Si vous ne l’avez pas copiée,
		changez-la.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
