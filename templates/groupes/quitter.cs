<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1>Quitter <?cs var:groupe.titre ?></h1>
	</div>
</div>
<div class="stack read">
	<?cs if:Depart.crm ?>
		<?cs call:alerte("", "Votre place dans ce groupe est inscrite dans HubSpot, que le Siège tient : votre
			demande lui arrive, et la réponse viendra dans vos messages.") ?>
	<?cs /if ?>
	<?cs if:Depart.derniere ?>
		<?cs call:alerte("warn", "Personne d’autre ne coordonne ce groupe : le Siège sera prévenu qu’il reste
			sans coordination. Vous pouvez d’abord confier ce rôle à quelqu’un.") ?>
		<p>
			<a class="btn b2" href="/groupes/<?cs var:groupe.id ?>/passer-la-main">
				<?cs call:ic("user") ?> Passer la main
			</a>
		</p>
	<?cs /if ?>
	<p>
		Vous ne verrez plus ce qui est réservé à ses membres. Ce que vous y avez écrit reste, et votre passage
		est gardé dans l’histoire du groupe.
	</p>
	<?cs if:Depart.crm ?>
		<?cs set:Demande.titre = "Quitter un groupe" ?>
		<?cs set:Demande.texte = "Bonjour, je souhaite quitter « " + groupe.titre + " » (" + Site.url
			+ "/groupes/" + groupe.id + "). Ma place y est inscrite dans HubSpot : pouvez-vous l’en retirer ?
			Merci." ?>
		<?cs call:demander_mot(Demande.titre, Demande.texte, "Demander à quitter", "q") ?>
		<p><a class="btn b3" href="/groupes/<?cs var:groupe.id ?>">Y rester</a></p>
	<?cs else ?>
		<form class="row" method="post" action="/groupes/<?cs var:groupe.id ?>/quitter">
			<?cs call:csrf() ?>
			<button class="btn bad">Quitter le groupe</button>
			<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>">Y rester</a>
		</form>
	<?cs /if ?>
</div>
