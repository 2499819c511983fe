<?cs set:Form.message.label = "Un mot pour l’équipe" ?>
<?cs set:Form.message.facultatif = "1" ?>
<?cs set:Form.certain.label = "J’ai compris que mon compte et ma fiche seront effacés" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Demander l’effacement</h1>
	</div>
</div>
<div class="read stack g5">
	<?cs if:demande_le ?>
		<p class="alert ok" role="status">
			<?cs call:ic("check") ?>
			<span>
				Votre demande du <?cs var:demande_le ?> est enregistrée. Le Siège vous répondra dans le mois
				qui suit.
			</span>
		</p>
	<?cs else ?>
		<?cs call:erreurs() ?>
		<p>
			Le Siège effacera votre fiche dans sa base de contacts. Elle disparaîtra aussitôt d’ici :
			présentation, groupes, compte, appareils, jetons. Ce que la loi oblige à garder (reçus de dons,
			par exemple) reste à l’abri au Siège.
		</p>
		<p>
			Vous voulez seulement partir quelque temps, ou ne plus recevoir de
			messages ? <a href="/public/contact">Dites-le au Siège</a> : il n’est pas besoin de tout effacer.
			Vous pouvez d’abord <a href="/compte/donnees">garder une copie de vos données</a>.
		</p>
		<form class="stack" method="post" action="/compte/effacement" novalidate>
			<?cs call:csrf() ?>
			<?cs call:texte_long("message", "3") ?>
			<?cs call:case("certain") ?>
			<div class="row">
				<button class="btn bad">Demander l’effacement</button>
				<a class="btn b2" href="/compte">Garder mon compte</a>
			</div>
		</form>
	<?cs /if ?>
</div>
