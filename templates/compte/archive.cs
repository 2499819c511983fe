<?cs # donnees.html of an archive: all rows of all tables, as they are, to be read without this site ?>
<!DOCTYPE html>
<html lang="fr">
	<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width">
		<title>Données personnelles</title>
	</head>
	<body>
		<h1>Données personnelles</h1>
		<p>
			Tout ce que l’espace <?cs var:de(Site.org) ?> garde de cette personne, table par table. Le même
			contenu est dans donnees.json, pour un programme ; les fichiers sont dans le dossier fichiers.
		</p>
		<?cs if:subcount(notes) ?>
			<h2>notes d’accompagnement</h2>
			<?cs each:n = notes ?>
				<dl>
					<dt><?cs var:n.cree_le ?></dt>
					<dd><?cs var:n.texte ?></dd>
				</dl>
			<?cs /each ?>
		<?cs /if ?>
		<?cs each:t = Tables ?>
			<h2><?cs var:t.nom ?></h2>
			<?cs each:l = t.lignes ?>
				<dl>
					<?cs each:c = l.champs ?>
						<?cs if:c.valeur != "" ?>
							<dt><?cs var:c.nom ?></dt>
							<dd><?cs var:c.valeur ?></dd>
						<?cs /if ?>
					<?cs /each ?>
				</dl>
				<hr>
			<?cs /each ?>
		<?cs /each ?>
	</body>
</html>
