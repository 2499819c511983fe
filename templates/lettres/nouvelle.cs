<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<h1>Écrire une lettre</h1>
</div>
<?cs call:erreurs() ?>
<?cs set:Form.objet.label = "Objet" ?>
<?cs set:Form.audience.label = "Destinataires" ?>
<?cs set:Form.audience.facultatif = "1" ?>
<form class="stack g4" method="post" action="/lettres/nouvelle">
	<?cs call:csrf() ?>
	<?cs call:champ("text", "objet", "") ?>
	<?cs call:liste("audience", Audiences, "À choisir plus tard") ?>
	<button class="btn">Commencer</button>
</form>
