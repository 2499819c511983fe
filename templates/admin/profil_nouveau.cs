<?cs set:Form.qui.label = "Un type de bénévolat, un rôle ou un groupe" ?>
<?cs set:Form.qui.facultatif = "1" ?>
<?cs set:Form.email.label = "Ou une personne, par son adresse" ?>
<?cs set:Form.email.facultatif = "1" ?>
<?cs set:Form.email.aide = "Pour déléguer un domaine à quelqu’un : les lettres, les étiquettes…" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/droits">Droits</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Ajouter un profil</h1>
		<p>
			Une ligne de plus dans la grille. Elle ne donne rien tant que vous n’avez pas choisi ses droits.
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="stack g5 read" method="post" action="/admin/droits/nouveau" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<?cs call:liste("qui", Liste.qui, "Choisir…") ?>
	<?cs call:champ("email", "email", "off") ?>
	<div class="row">
		<button class="btn">Ajouter</button>
		<a class="btn b3" href="/admin/droits">Annuler</a>
	</div>
</form>
