<div class="stack g1">
	<h1>Regardez votre courriel</h1>
	<p class="m">
		Si <?cs if:?Form.email.value ?>l’adresse <b><?cs var:Form.email.value ?></b>
		<?cs else ?>cette adresse
		<?cs /if ?> est connue de l’équipe, un message vient de partir.
	</p>
</div>
<p>
	Il contient un lien qui vous fait entrer sans mot de passe. Il sert une seule fois
	<?cs if:?validite ?> et reste valable <?cs var:validite ?><?cs /if ?>.
</p>
<section class="panel stack g2" aria-labelledby="rien">
	<h2 id="rien">Rien reçu après quelques minutes ?</h2>
	<ul class="stack g2">
		<li>Regardez dans les courriels indésirables.</li>
		<li>Essayez une autre adresse : celle que vous avez donnée à votre groupe ou à votre magasin.</li>
		<li><a href="/public/contact">Écrivez au Siège</a> : nous vérifierons ensemble.</li>
	</ul>
</section>
<p><a class="btn b2" href="/connexion">Revenir à la connexion</a></p>
