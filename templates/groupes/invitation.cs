<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<p><span class="tag"><?cs var:invitation.type ?></span></p>
		<h1><?cs var:invitation.titre ?></h1>
		<p>
			<?cs if:?Invite.qui ?><?cs var:Invite.qui ?> vous invite dans ce groupe.
			<?cs else ?>Vous êtes invité-e dans ce groupe.
			<?cs /if ?>
		</p>
	</div>
</div>
<div class="stack read">
	<?cs if:invitation.resume ?><p><?cs var:invitation.resume ?></p><?cs /if ?>
	<?cs if:invitation.mot ?>
		<blockquote class="panel">
			<p><?cs var:invitation.mot ?></p>
		</blockquote>
	<?cs /if ?>
	<p class="s m">
		Les membres d’un groupe voient les coordonnées les uns des autres, selon les réglages de l’association
		<?cs if:invitation.encadre ?>
			 ; sa coordination, quand HubSpot ou le Siège l’a confirmée, suit votre fiche
		<?cs /if ?>.
	</p>
	<form class="row" method="post" action="/groupes/invitations/<?cs var:invitation.id ?>">
		<?cs call:csrf() ?>
		<button class="btn" name="reponse" value="oui">Accepter</button>
		<button class="btn b2" name="reponse" value="non">Décliner</button>
	</form>
</div>
