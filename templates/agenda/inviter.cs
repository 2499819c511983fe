<?cs include:"agenda/macros.cs" ?>
<?cs set:Form.groupe.label = "Quels groupes ?" ?>
<?cs set:Form.groupe.facultatif = "1" ?>
<?cs set:Form.groupe.aide = "Chaque membre que vous pouvez voir est invité, dans les sous-groupes aussi." ?>
<?cs set:Form.groupe.long = "1" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Inviter</h1>
		<p>
			Qui est invité voit l’événement, quel que soit le réglage, et reçoit un courriel.
			<?cs if:evenement.etat == "brouillon" ?>Les courriels partent quand vous publiez.<?cs /if ?>
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack g6 read">
	<?cs call:cherche_personne("inviter") ?>
	<form class="stack" method="post" action="/agenda/<?cs var:evenement.id ?>/inviter" novalidate>
		<?cs call:csrf() ?>
		<?cs if:subcount(Trouves) ?>
			<?cs call:trouvees("checkbox", "Quelles personnes ?") ?>
		<?cs elif:Filtre.q != "" ?>
			<?cs call:inconnue() ?>
		<?cs /if ?>
		<?cs call:choix("checkbox", "groupe", Groupes) ?>
		<?cs call:autres_groupes("groupe") ?>
		<div class="row">
			<button class="btn">Inviter</button>
			<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>">Revenir</a>
		</div>
	</form>
	<?cs if:subcount(Invites) ?>
		<section class="stack g3" aria-labelledby="inv">
			<h2 id="inv">Invitations envoyées <span class="m"><?cs var:Invitees ?></span></h2>
			<ul class="rows">
				<?cs each:p = Invites ?><li><?cs call:qui(p, "") ?></li><?cs /each ?>
			</ul>
		</section>
	<?cs /if ?>
</div>
