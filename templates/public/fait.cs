<?cs # What was just done: a handler redirects to ?fait=CODE, the words stand here. ?>
<?cs if:Page.fait == "confirmee" ?>
	<?cs call:alerte("ok", "Merci, c’est confirmé.") ?>
<?cs elif:Page.fait == "tu" ?>
	<?cs call:alerte("ok", "Votre accord est retiré : le groupe ne vous écrira pas.") ?>
<?cs elif:Page.fait == "liberee" ?>
	<?cs call:alerte("ok", "La place est libérée. Merci de l’avoir dit.") ?>
<?cs elif:Page.fait == "trop-tard" ?>
	<?cs call:alerte("warn", "Il est trop tard pour libérer la place ici : prévenez l’équipe.") ?>
<?cs elif:Page.fait == "arrivee" ?>
	<?cs call:alerte("ok", "Bienvenue, votre arrivée est notée.") ?>
<?cs else ?>
	<?cs include:"fait.cs" ?>
<?cs /if ?>
