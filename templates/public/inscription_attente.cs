<div class="door stack g5">
	<div class="empty">
		<?cs call:ic("mail") ?>
		<h1>Plus qu’un geste, <?cs var:Form.prenom.value ?></h1>
		<p>
			Un courriel vient de partir vers <?cs var:Masque ?>. Ouvrez-le et confirmez avant
			le <?cs var:Avant ?> : <?cs if:Complet ?>c’est complet, et vous serez sur la liste d’attente.
			<?cs elif:evenement.mode == "demande" ?>une personne qui organise répondra à votre demande.
			<?cs else ?>la place vous est gardée jusque-là.
			<?cs /if ?>
		</p>
	</div>
	<section class="panel" aria-labelledby="rs">
		<h2 id="rs">Rien reçu ?</h2>
		<p class="s">Regardez dans les indésirables, ou corrigez l’adresse.</p>
		<form class="row mt" method="post" action="/public/evenements/<?cs var:evenement.id ?>">
			<input type="hidden" name="prenom" value="<?cs var:Form.prenom.value ?>">
			<input type="hidden" name="nom" value="<?cs var:Form.nom.value ?>">
			<input type="hidden" name="email" value="<?cs var:Form.email.value ?>">
			<input type="hidden" name="invites" value="<?cs var:Renvoi.invites ?>">
			<input type="hidden" name="date" value="<?cs var:Renvoi.date ?>">
			<button class="btn b2">Renvoyer</button>
			<a class="btn b3" href="<?cs var:url_validate(Retour) ?>#ins">Corriger l’adresse</a>
		</form>
	</section>
</div>
