<?cs include:"public/choix.cs" ?>
<div class="head">
	<div>
		<h1><?cs if:?desinscription.fait ?>C’est fait<?cs else ?>Ne plus recevoir ces messages<?cs /if ?></h1>
	</div>
</div>
<div class="stack read">
	<?cs if:?desinscription.fait ?>
		<?cs if:desinscription.genre == "resume" ?>
			<?cs call:alerte("ok", "Vous ne recevrez plus de résumé par courriel.") ?>
		<?cs elif:subcount(desinscription.genres) ?>
			<?cs call:alerte("ok", "Plus de courriel pour cela. Vous le verrez en entrant dans l’espace.") ?>
			<?cs call:genres_dits() ?>
		<?cs else ?>
			<?cs call:alerte("ok", "Vous ne recevrez plus d’invitation à créer un compte.") ?>
		<?cs /if ?>
		<p>
			Les messages qui répondent à une de vos demandes, comme un lien pour entrer, continuent d’arriver.
		</p>
		<?cs call:ou_aller() ?>
	<?cs else ?>
		<?cs if:desinscription.genre == "resume" ?>
			<p>
				Le résumé rassemble, un jour que vous choisissez, ce qui s’est passé pour vous. Vous pouvez ne
				plus le recevoir par courriel.
			</p>
		<?cs elif:subcount(desinscription.genres) ?>
			<p>
				Vous pouvez ne plus être prévenu-e par courriel de ce qui suit. Vous continuerez de le voir en
				entrant dans l’espace.
			</p>
			<?cs call:genres_dits() ?>
		<?cs else ?>
			<p>
				Un groupe ou le Siège vous a écrit pour vous inviter à créer un compte. Vous pouvez ne plus
				recevoir ces invitations.
			</p>
		<?cs /if ?>
		<form method="post" action="/public/sans-courriel/<?cs var:desinscription.jeton ?>">
			<div class="row">
				<button class="btn">
					<?cs if:desinscription.genre == "invitation" ?>Ne plus m’inviter
					<?cs else ?>Ne plus m’écrire pour cela
					<?cs /if ?>
				</button>
			</div>
		</form>
		<p class="s m">Les messages qui répondent à une de vos demandes continueront d’arriver.</p>
	<?cs /if ?>
</div>
