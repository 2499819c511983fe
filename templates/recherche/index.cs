<div class="head">
	<div>
		<h1>Recherche</h1>
		<?cs if:?Filtre.q ?>
			<?cs if:total > #0 ?>
				<p><?cs var:nb(total) ?> résultat<?cs call:s(total) ?> pour « <?cs var:Filtre.q ?> »</p>
			<?cs /if ?>
		<?cs /if ?>
	</div>
</div>
<form class="row" method="get" action="/recherche" role="search" aria-label="Recherche détaillée">
	<div class="find grow">
		<label class="vh" for="rq">Mots à chercher</label>
		<?cs call:ic("search") ?>
		<input type="search" id="rq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"
			placeholder="Un nom, une ville, un mot…">
	</div>
	<button class="btn">Chercher</button>
</form>
<?cs if:subcount(Filtre.genres) ?>
	<nav class="seg mt" aria-label="Genre de résultat">
		<?cs each:g = Filtre.genres ?>
			<a href="<?cs var:url_validate(g.url) ?>"<?cs if:g.ici ?> aria-current="true"<?cs /if ?>>
				<?cs var:g.libelle ?><?cs if:?g.total ?> <span class="m"><?cs var:g.total ?></span><?cs /if ?>
			</a>
		<?cs /each ?>
	</nav>
<?cs /if ?>
<?cs if:subcount(Endroits) ?>
	<ul class="rows mt" aria-label="Pages, réglages et aide">
		<?cs each:e = Endroits ?>
			<li class="hit row nw g3">
				<span class="ico">
					<?cs if:e.ou ?><?cs call:ic("help") ?><?cs else ?><?cs call:ic("tune") ?><?cs /if ?>
				</span>
				<div class="grow">
					<h2 class="q"><a href="<?cs var:url_validate(e.url) ?>"><?cs var:e.titre ?></a></h2>
					<p class="s m">
						<?cs if:e.ou ?><?cs var:e.ou ?><?cs else ?>Une page de votre espace<?cs /if ?>
					</p>
				</div>
			</li>
		<?cs /each ?>
	</ul>
<?cs /if ?>
<?cs if:subcount(items) ?>
	<ul class="rows mt" aria-label="Résultats">
		<?cs each:i = items ?>
			<li class="hit row nw g3">
				<?cs if:i.genre == "contact" || i.genre == "groupe" ?>
					<span class="av<?cs if:i.genre == "groupe" ?> sq<?cs /if ?> h<?cs var:i.teinte ?>"
							aria-hidden="true">
						<?cs var:i.initiales ?>
					</span>
				<?cs else ?>
					<span class="ico"><?cs call:ic(i.icone) ?></span>
				<?cs /if ?>
				<div class="grow">
					<h2 class="q"><a href="<?cs var:url_validate(i.url) ?>"><?cs var:i.titre ?></a></h2>
					<?cs if:i.lieu ?><p class="s"><?cs var:i.lieu ?></p><?cs /if ?>
					<?cs if:subcount(i.extrait) ?>
						<p class="s m">
							<?cs each:e = i.extrait ?>
								<?cs if:e.marque ?><mark><?cs var:e.texte ?></mark>
								<?cs else ?><?cs var:e.texte ?>
								<?cs /if ?>
							<?cs /each ?>
						</p>
					<?cs /if ?>
				</div>
			</li>
		<?cs /each ?>
	</ul>
	<?cs call:pager(Pager) ?>
<?cs elif:?Filtre.q && Filtre.q != "" ?>
	<div class="empty">
		<?cs call:ic("search") ?>
		<h2>
			<?cs if:subcount(Endroits) ?>Ni personne ni texte pour « <?cs var:Filtre.q ?> »
			<?cs else ?>Rien trouvé pour « <?cs var:Filtre.q ?> »
			<?cs /if ?>
		</h2>
		<p>
			Essayez un seul mot, ou le début d’un nom. Les accents et les majuscules ne comptent pas. Vous ne
			voyez que ce que vos droits permettent.
		</p>
		<?cs if:subcount(Essais) ?>
			<p class="row">
				Chercher plutôt :
				<?cs each:e = Essais ?>
					<a class="btn b2" href="/recherche?q=<?cs var:url_escape(e.mots) ?>">
						<?cs var:e.mots ?>
					</a>
				<?cs /each ?>
			</p>
		<?cs /if ?>
		<p class="row">
			<a class="btn b2" href="/aide">Lire l’aide</a>
			<a class="btn b2" href="/messages/siege">Demander au Siège</a>
			<a class="btn b3" href="/annuaire">Ouvrir l’annuaire</a>
			<a class="btn b3" href="/groupes">Voir les groupes</a>
		</p>
	</div>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("search") ?>
		<h2>Que cherchez-vous ?</h2>
		<p>Une personne, un groupe, un magasin : un nom, une ville ou un mot suffit.</p>
	</div>
<?cs /if ?>
