<div class="door stack g5">
	<div class="stack g2">
		<h1>Vous voilà. Pointez votre arrivée</h1>
		<p class="m"><?cs var:date.titre ?><br><?cs var:date.quand ?></p>
	</div>
	<?cs call:erreurs() ?>
	<?cs if:?User.id ?>
		<?cs if:inscrite || date.vu ?>
			<?cs if:!inscrite ?>
				<p>Vous n’étiez pas sur la liste : vous y serez.</p>
			<?cs /if ?>
			<form class="grid" method="post" action="/agenda/pointer/<?cs var:Code.texte ?>">
				<?cs call:csrf() ?>
				<button class="btn">Je suis là</button>
			</form>
			<p class="s m">Vous êtes <?cs var:User.prenom ?> <?cs var:User.nom ?>.</p>
		<?cs else ?>
			<p>Vous n’êtes pas sur la liste de cet événement. Dites votre nom à l’équipe, à l’entrée.</p>
		<?cs /if ?>
	<?cs else ?>
		<?cs set:Form.qui.label = "Prénom et nom, ou téléphone" ?>
		<?cs set:Form.qui.aide = "Comme à l’inscription." ?>
		<form class="stack g3" method="post" action="/agenda/pointer/<?cs var:Code.texte ?>">
			<?cs call:champ("text", "qui", "name") ?>
			<button class="btn">Je suis là</button>
		</form>
		<p>
			Vous avez un compte ? <a href="/connexion?suite=/agenda/pointer/<?cs var:Code.texte ?>">
				Connectez-vous</a>, un appui suffira.
		</p>
	<?cs /if ?>
	<p class="s m">
		Rien à installer, rien de suivi : seule l’heure d’arrivée est gardée. <a href="/public/donnees">
			Vos données
		</a>
	</p>
</div>
