<?cs if:?Compte.manque ?>
	<?cs var:Compte.manque ?>
<?cs elif:?Compte.beaucoup ?>
	Plus de 10 000 personnes
<?cs elif:?Compte.nombre ?>
	<?cs if:Compte.nombre == #0 ?>Personne pour l’instant
	<?cs else ?><?cs var:nb(Compte.nombre) ?> personne<?cs if:Compte.nombre > #1 ?>s<?cs /if ?>
	<?cs /if ?>
<?cs else ?>
	Ajoutez une condition pour compter
<?cs /if ?>
