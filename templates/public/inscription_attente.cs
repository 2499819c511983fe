<div class="door stack g5">
	<div class="empty">
		<?cs call:ic("mail") ?>
		<h1>Plus qu’un geste<?cs if:?Demande.prenom ?>, <?cs var:Demande.prenom ?><?cs /if ?></h1>
		<p>
			Un courriel part vers <?cs if:?Masque ?><?cs var:Masque ?><?cs else ?>l’adresse que vous avez
			donnée<?cs /if ?>. Ouvrez-le et confirmez avant
			le <?cs var:Avant ?> : <?cs if:Complet ?>c’est complet, et vous serez sur la liste d’attente.
			<?cs elif:evenement.mode == "demande" ?>une personne qui organise répondra à votre demande.
			<?cs else ?>la place vous est gardée jusque-là.
			<?cs /if ?>
		</p>
	</div>
	<section class="panel" aria-labelledby="rs">
		<h2 id="rs">Rien reçu ?</h2>
		<p class="s">Regardez dans les indésirables, ou corrigez l’adresse.</p>
		<form class="row mt" method="post" action="/public/evenements/<?cs var:evenement.id ?>">
			<?cs if:?Masque && evenement.questions == #0 ?>
				<input type="hidden" name="prenom" value="<?cs var:Demande.prenom ?>">
				<input type="hidden" name="nom" value="<?cs var:Demande.nom ?>">
				<input type="hidden" name="email" value="<?cs var:Demande.email ?>">
				<input type="hidden" name="invites" value="<?cs var:Demande.invites ?>">
				<input type="hidden" name="date" value="<?cs var:Demande.date ?>">
				<button class="btn b2">Renvoyer</button>
			<?cs /if ?>
			<a class="btn b3" href="<?cs var:url_validate(Retour) ?>#ins">Corriger l’adresse</a>
		</form>
	</section>
</div>
