<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
		<?cs if:groupe.segment ?>
			<li><a href="/annuaire/segments/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
		<?cs else ?>
			<li><a href="/compte/invitations">Invitations</a></li>
		<?cs /if ?>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:groupe.titre ?></h1>
		<p>
			Inviter <?cs if:groupe.segment ?>les personnes de ce segment<?cs else ?>les membres<?cs /if ?> à
			créer leur compte
		</p>
	</div>
</div>
<div class="read stack g5">
	<dl class="stack g1">
		<div>
			<dt>
				<?cs if:groupe.segment ?>Personnes que vous pouvez inviter
				<?cs else ?>Membres qui peuvent entrer
				<?cs /if ?>
			</dt>
			<dd><?cs var:chiffres.total ?></dd>
		</div>
		<div>
			<dt>Ont un compte</dt>
			<dd><?cs var:chiffres.comptes ?></dd>
		</div>
		<div>
			<dt>Invité-e-s, sans compte encore</dt>
			<dd><?cs var:chiffres.invites ?></dd>
		</div>
		<div>
			<dt>Jamais invité-e-s</dt>
			<dd><?cs var:chiffres.nouveaux ?></dd>
		</div>
	</dl>
	<?cs if:chiffres.a_envoyer > #0 ?>
		<form class="stack" method="post" action="/compte/invitations/<?cs var:groupe.id ?>">
			<?cs call:csrf() ?>
			<p>
				Un courriel partira, signé de votre nom,
				<?cs if:chiffres.nouveaux > #0 ?> à <?cs var:chiffres.nouveaux ?>
					<?cs if:chiffres.nouveaux > #1 ?> personnes jamais invitées
					<?cs else ?> personne jamais invitée
					<?cs /if ?>
				<?cs /if ?>
				<?cs if:chiffres.nouveaux > #0 && chiffres.rappels > #0 ?> et<?cs /if ?>
				<?cs if:chiffres.rappels > #0 ?> en rappel
					à <?cs var:nb(chiffres.rappels) ?> personne<?cs if:chiffres.rappels > #1 ?>s invitées
					<?cs else ?> invitée
					<?cs /if ?> il y a plus d’une semaine
				<?cs /if ?>. Chacune en reçoit trois au plus.
			</p>
			<div class="row"><button class="btn"><?cs call:ic("mail") ?> Inviter</button></div>
		</form>
	<?cs elif:chiffres.comptes == chiffres.total ?>
		<p>Tout le monde a son compte.</p>
	<?cs else ?>
		<p>
			Personne à inviter aujourd’hui : un rappel est possible une semaine après l’invitation, deux fois
			au plus.
		</p>
	<?cs /if ?>
</div>
