<?cs # What is said when a mail with a link has left, and when none arrives ?>
<?cs def:parti() ?>
	<div class="stack g1">
		<h1>Regardez votre courriel</h1>
		<p class="m">
			Si <?cs if:?Form.email.value ?>l’adresse <b><?cs var:Form.email.value ?></b>
			<?cs else ?>cette adresse
			<?cs /if ?> est connue de l’équipe, un message vient de partir.
		</p>
	</div>
<?cs /def ?>

<?cs def:rien_recu() ?>
	<section class="panel stack g2" aria-labelledby="rien">
		<h2 id="rien">Rien reçu après quelques minutes ?</h2>
		<ul class="stack g2">
			<li>Regardez dans les courriels indésirables.</li>
			<li>Essayez une autre adresse : celle que vous avez donnée à votre groupe ou à votre magasin.</li>
			<li><a href="/public/contact">Écrivez au Siège</a> : nous vérifierons ensemble.</li>
		</ul>
	</section>
<?cs /def ?>
