<?cs include:"public/choix.cs" ?>
<div class="head">
	<div>
		<h1>
			<?cs if:?desinscription.fait ?>C’est fait<?cs else ?>Recevoir de nouveau ces messages<?cs /if ?>
		</h1>
	</div>
</div>
<div class="stack read">
	<?cs if:?desinscription.fait ?>
		<?cs if:desinscription.genre == "resume" ?>
			<?cs call:alerte("ok", "Vous recevrez de nouveau le résumé par courriel.") ?>
		<?cs elif:subcount(desinscription.genres) ?>
			<?cs call:alerte("ok", "Vous recevrez de nouveau un courriel pour cela.") ?>
			<?cs call:genres_dits() ?>
		<?cs else ?>
			<?cs call:alerte("ok", "Vous pourrez de nouveau recevoir une invitation à créer un compte.") ?>
		<?cs /if ?>
		<p>Le lien qui avait servi ne vaut plus rien : personne ne peut s’en resservir.</p>
		<?cs call:ou_aller() ?>
	<?cs else ?>
		<?cs if:desinscription.genre == "resume" ?>
			<p>
				Le lien d’un de vos courriels a servi à ne plus recevoir le résumé. Vous pouvez le recevoir de
				nouveau.
			</p>
		<?cs elif:subcount(desinscription.genres) ?>
			<p>
				Le lien d’un de vos courriels a servi à ne plus recevoir de courriel pour ce qui suit. Vous
				pouvez en recevoir de nouveau.
			</p>
			<?cs call:genres_dits() ?>
		<?cs else ?>
			<p>
				Le lien d’un de vos courriels a servi à ne plus recevoir d’invitation à créer un compte. Vous
				pouvez en recevoir de nouveau.
			</p>
		<?cs /if ?>
		<form method="post" action="/public/avec-courriel/<?cs var:desinscription.jeton ?>">
			<div class="row"><button class="btn">Recevoir de nouveau ces messages</button></div>
		</form>
	<?cs /if ?>
</div>
