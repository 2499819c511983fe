<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Publier l’événement</h1>
		<p><?cs var:evenement.titre ?></p>
	</div>
</div>
<div class="stack read">
	<p>
		<b>
			<?cs if:Verront.total > #1 ?><?cs var:Verront.total.texte ?> personnes verront l’événement
			<?cs else ?><?cs var:nb(Verront.total) ?> personne verra l’événement
			<?cs /if ?>
		</b>
		<?cs if:evenement.visibilite == "public" ?>
			, et tout le monde par sa page ouverte sans compte
		<?cs /if ?>.
	</p>
	<?cs if:subcount(Qui.publics) ?>
		<ul>
			<?cs each:p = Qui.publics ?><li><?cs var:p.titre ?> : <?cs var:p.n ?></li><?cs /each ?>
		</ul>
	<?cs /if ?>
	<p>
		Les groupes concernés l’apprennent par une notification<?cs if:Invites > #0 ?>,
			et <?cs var:nb(Invites) ?> personne<?cs call:s(Invites) ?> invitée<?cs call:s(Invites) ?> par
			courriel<?cs /if ?>.
	</p>
	<form class="row" method="post" action="/agenda/<?cs var:evenement.id ?>/publier">
		<?cs call:csrf() ?>
		<button class="btn">Publier l’événement</button>
		<a class="btn b2" href="/agenda/<?cs var:evenement.id ?>/modifier">Changer qui le voit</a>
		<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>">Pas maintenant</a>
	</form>
</div>
