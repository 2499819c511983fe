<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1>Quitter <?cs var:groupe.titre ?></h1>
	</div>
</div>
<div class="stack read">
	<?cs if:Depart.crm ?>
		<?cs call:alerte("", "Votre place dans ce groupe est inscrite dans HubSpot : demandez à la
			coordination ou au Siège de l’y changer.") ?>
	<?cs /if ?>
	<?cs if:Depart.derniere ?>
		<?cs call:alerte("warn", "Personne d’autre ne coordonne ce groupe : le Siège sera prévenu qu’il reste
			sans coordination. Vous pouvez d’abord confier ce rôle à quelqu’un.") ?>
	<?cs /if ?>
	<p>
		Vous ne verrez plus ce qui est réservé à ses membres. Ce que vous y avez écrit reste, et votre passage
		est gardé dans l’histoire du groupe.
	</p>
	<form class="row" method="post" action="/groupes/<?cs var:groupe.id ?>/quitter">
		<?cs call:csrf() ?>
		<button class="btn bad">Quitter le groupe</button>
		<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>">Y rester</a>
	</form>
</div>
