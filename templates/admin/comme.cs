<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/droits">Droits</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Voir comme…</h1>
		<p>
			L’espace tel qu’une personne le voit, pendant trente minutes au plus. C’est noté au journal ; ni
			ses messages ni ses notes ne se montrent, et rien ne s’écrit.
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="row" method="get" action="/admin/droits/comme" role="search" aria-label="Chercher une personne">
	<div class="find grow">
		<label class="vh" for="cq">Nom ou adresse de la personne</label>
		<?cs call:ic("search") ?>
		<input type="search" id="cq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"
			placeholder="Nom ou adresse…">
	</div>
	<button class="btn">Chercher</button>
</form>
<?cs if:subcount(items) ?>
	<ul class="rows mt">
		<?cs each:p = items ?>
			<li class="row nw g3">
				<div class="grow">
					<b><?cs var:p.prenom ?> <?cs var:p.nom ?></b> <span class="s m"><?cs var:p.email ?></span>
				</div>
				<form method="post" action="/admin/droits/comme">
					<?cs call:csrf() ?>
					<input type="hidden" name="contact" value="<?cs var:p.id ?>">
					<button class="btn b2" aria-label="Voir comme <?cs var:p.prenom ?> <?cs var:p.nom ?>">
						Voir comme
					</button>
				</form>
			</li>
		<?cs /each ?>
	</ul>
<?cs elif:Filtre.q ?>
	<div class="empty">
		<?cs call:ic("user") ?>
		<h2>Personne de ce nom</h2>
		<p>Essayez le début du nom, ou l’adresse entière.</p>
	</div>
<?cs /if ?>
