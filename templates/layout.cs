<?cs include:"macros.cs" ?>
<!DOCTYPE html>
<html lang="fr">
	<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width,initial-scale=1">
		<title>
			<?cs if:Page.invalid ?>Erreur : <?cs /if ?><?cs var:Page.title ?> – <?cs var:Site.name ?>
		</title>
		<?cs if:?Page.description ?>
			<meta name="description" content="<?cs var:Page.description ?>">
		<?cs /if ?>
		<link rel="stylesheet" href="<?cs var:Asset.css ?>">
		<link rel="icon" href="<?cs var:Asset.favicon ?>" type="image/svg+xml">
		<meta name="theme-color" content="#f2efe7" media="(prefers-color-scheme:light)">
		<meta name="theme-color" content="#131511" media="(prefers-color-scheme:dark)">
		<script src="<?cs var:Asset.js ?>" defer></script>
	</head>
	<?cs if:Page.shell == "nu" ?>
		<body class="split">
		<main id="contenu">
		<div class="door stack g5">
		<?cs call:marque() ?>
	<?cs elif:?User.id ?>
		<body>
		<?cs include:"tete.cs" ?>
		<main id="contenu">
	<?cs else ?>
		<body class="solo">
		<?cs include:"tete.cs" ?>
		<main id="contenu">
	<?cs /if ?>
	<?cs if:?User.comme ?>
		<form class="alert warn" method="post" action="/compte/comme/fin">
			<?cs call:ic("eye") ?>
			<?cs call:csrf() ?>
			<p class="grow">
				Vous voyez l’espace comme <b><?cs var:User.prenom ?> <?cs var:User.nom ?></b>, en lecture
				seule.
			</p>
			<button class="btn b2">Revenir à moi</button>
		</form>
	<?cs /if ?>
	<?cs if:?Page.fait ?><?cs include!Page.mots ?><?cs /if ?>
	<?cs include!Page.template ?>
	<p class="vh" id="etat" role="status"></p>
	<?cs if:Page.shell == "nu" ?>
		</div>
		</main>
		<?cs include:"nu.cs" ?>
	<?cs else ?>
		</main>
		<?cs include:"pied.cs" ?>
	<?cs /if ?>
	</body>
</html>
