<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<h1>Écrire une lettre</h1>
	<a class="btn b3" href="/lettres/modeles"><?cs call:ic("folder") ?> Modèles</a>
</div>
<?cs call:erreurs() ?>
<?cs set:Form.objet.label = "Objet" ?>
<?cs set:Form.objet.aide = "Jusqu’à 50 signes, il se lit en entier sur un téléphone." ?>
<?cs set:Form.audience.label = "Destinataires" ?>
<?cs set:Form.audience.facultatif = "1" ?>
<?cs set:Form.depuis.label = "Partir de" ?>
<?cs set:Form.depuis.aide = "Ce qui reste d’une lettre reprise vous est rappelé avant l’envoi." ?>
<form class="stack g4" method="post" action="/lettres/nouvelle">
	<?cs call:csrf() ?>
	<?cs call:champ("text", "objet", "") ?>
	<?cs call:liste("depuis", Departs, "Une page blanche") ?>
	<?cs call:liste("audience", Audiences, "À choisir plus tard") ?>
	<p class="row">
		<button class="btn">Commencer</button>
	</p>
</form>
