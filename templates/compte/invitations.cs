<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Inviter à créer un compte</h1>
		<p>Les groupes que vous coordonnez, et qui y a déjà un compte.</p>
	</div>
</div>
<?cs if:subcount(groupes) ?>
	<ul class="rows">
		<?cs each:g = groupes ?>
			<li class="hit row nw g3">
				<div class="grow">
					<h2 class="ttl">
						<a href="/compte/invitations/<?cs var:g.id ?>"><?cs var:g.titre ?></a>
					</h2>
					<p class="s m"><?cs var:g.comptes ?> sur <?cs var:g.total ?> ont un compte</p>
				</div>
			</li>
		<?cs /each ?>
	</ul>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("user", "Aucun groupe", "Les groupes arrivent de la base de contacts.") ?>
	</div>
<?cs /if ?>
