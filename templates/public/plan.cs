<div class="head">
	<div>
		<h1>Plan du site</h1>
		<p>Toutes les pages principales, d’un seul regard.</p>
	</div>
</div>
<div class="grid">
	<?cs if:?User.id ?>
		<section aria-labelledby="p1">
			<h2 class="ttl" id="p1">L’espace</h2>
			<ul class="links">
				<?cs each:m = Menu.bar ?>
					<li><a href="<?cs var:url_validate(m.url) ?>"><?cs var:m.title ?></a></li>
				<?cs /each ?>
				<?cs each:m = Menu.more ?>
					<li><a href="<?cs var:url_validate(m.url) ?>"><?cs var:m.title ?></a></li>
				<?cs /each ?>
				<li><a href="/recherche">Recherche</a></li>
			</ul>
		</section>
		<?cs if:subcount(Menu.groupes) ?>
			<section aria-labelledby="p2">
				<h2 class="ttl" id="p2">Mes groupes</h2>
				<ul class="links">
					<?cs each:g = Menu.groupes ?>
						<li><a href="/groupes/<?cs var:g.id ?>"><?cs var:g.titre ?></a></li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<section aria-labelledby="p3">
			<h2 class="ttl" id="p3">Moi</h2>
			<ul class="links">
				<li><a href="/compte">Mon compte</a></li>
				<li><a href="/contacts/<?cs var:User.id ?>">Ma fiche</a></li>
			</ul>
		</section>
	<?cs else ?>
		<section aria-labelledby="p1">
			<h2 class="ttl" id="p1">Entrer</h2>
			<ul class="links">
				<li><a href="/connexion">Me connecter</a></li>
				<li><a href="/inscription">Créer mon compte</a></li>
			</ul>
		</section>
	<?cs /if ?>
	<section aria-labelledby="p4">
		<h2 class="ttl" id="p4">Aide et informations</h2>
		<ul class="links">
			<li><a href="/aide">Aide</a></li>
			<li><a href="/public/contact">Contacter le Siège</a></li>
			<li><a href="/messages/probleme">Signaler un problème</a></li>
			<li><a href="/public/charte">Charte de cet espace</a></li>
			<li><a href="/public/accessibilite">Accessibilité : partiellement conforme</a></li>
			<li><a href="/public/donnees">Vos données</a></li>
			<li><a href="/public/ecoconception">Écoconception</a></li>
			<li><a href="/public/mentions">Mentions légales</a></li>
		</ul>
	</section>
</div>
