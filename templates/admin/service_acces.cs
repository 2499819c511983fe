<?cs set:Form.motif.label = "Pourquoi" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/service">État du service</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Fermer un accès</h1>
		<p>
			Tout de suite, sans attendre HubSpot : la personne est déconnectée partout et n’entre plus. Ses
			données restent. C’est noté au journal.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="row" method="get" action="/admin/service/fermer" role="search"
		aria-label="Chercher une personne">
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
			<li class="row g3">
				<div class="grow">
					<b><?cs var:p.prenom ?> <?cs var:p.nom ?></b> <span class="s m"><?cs var:p.email ?></span>
				</div>
				<form class="row" method="post" action="/admin/service/fermer">
					<?cs call:csrf() ?>
					<input type="hidden" name="contact" value="<?cs var:p.id ?>">
					<label class="vh" for="m-<?cs var:p.id ?>">Pourquoi</label>
					<input type="text" id="m-<?cs var:p.id ?>" name="motif" maxlength="200" required
						placeholder="Pourquoi">
					<button class="btn b2"
							aria-label="Fermer l’accès <?cs var:de(p.prenom) ?> <?cs var:p.nom ?>">
						Fermer
					</button>
				</form>
			</li>
		<?cs /each ?>
	</ul>
<?cs elif:Filtre.q ?>
	<div class="empty">
		<?cs call:ic("user") ?>
		<h2>Personne de ce nom</h2>
		<p>Essayez le début du nom, ou l’adresse entière. Qui n’a plus d’accès n’est pas proposé.</p>
	</div>
<?cs /if ?>
<?cs if:subcount(fermes) ?>
	<section class="mt" aria-labelledby="fe">
		<h2 class="ttl" id="fe">Fermés ici</h2>
		<ul class="rows">
			<?cs each:f = fermes ?>
				<li class="row nw g3">
					<div class="grow">
						<b><?cs var:f.prenom ?> <?cs var:f.nom ?></b>
						<p class="s m">
							<?cs var:f.motif ?>, <?cs var:f.quand ?>,
							par <?cs var:f.par_prenom ?> <?cs var:f.par_nom ?>
						</p>
					</div>
					<form method="post" action="/admin/service/rouvrir">
						<?cs call:csrf() ?>
						<input type="hidden" name="contact" value="<?cs var:f.id ?>">
						<button class="btn b3" aria-label="Rouvrir l’accès <?cs var:de(f.prenom) ?> <?cs
							var:f.nom ?>">Rouvrir</button>
					</form>
				</li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
