<div class="head">
	<h1>
		<?cs if:?avis.fait ?>C’est noté<?cs else ?>Vous restez ?<?cs /if ?>
	</h1>
</div>
<div class="stack read">
	<?cs if:?avis.fait ?>
		<?cs call:alerte("ok", "Vous restez : rien n’est effacé.") ?>
		<p>Le délai recommence aujourd’hui. Vous n’avez rien d’autre à faire.</p>
	<?cs else ?>
		<p>
			Nous vous avons écrit que vos informations, ou votre compte, allaient disparaître, faute
			d’échange depuis longtemps. Un clic suffit pour les garder.
		</p>
		<form method="post" action="/public/conservation/<?cs var:avis.cle ?>">
			<div class="row"><button class="btn">Je reste</button></div>
		</form>
		<p class="s m">Si vous ne faites rien, cela aura lieu à la date du courriel.</p>
	<?cs /if ?>
</div>
