<?cs include:"groupes/onglets.cs" ?>
<form class="row" method="get" action="/groupes/<?cs var:groupe.id ?>/recherche" role="search"
		aria-label="Chercher dans ce groupe">
	<div class="find grow">
		<label class="vh" for="gq">Mots, ou « mots entre guillemets »</label>
		<?cs call:ic("search") ?>
		<input type="search" id="gq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"
			placeholder="Des mots, ou &quot;une phrase&quot;…">
	</div>
	<button class="btn">Chercher</button>
</form>
<?cs if:subcount(gardees) ?>
	<nav class="row mt" aria-label="Recherches gardées">
		<?cs each:k = gardees ?>
			<a class="tag chip" href="<?cs var:url_validate(k.url) ?>"><?cs var:k.q ?></a>
		<?cs /each ?>
	</nav>
<?cs /if ?>
<?cs if:?Filtre.q && Filtre.q != "" ?>
	<form method="post" action="/groupes/<?cs var:groupe.id ?>/recherche">
		<?cs call:csrf() ?>
		<input type="hidden" name="q" value="<?cs var:Filtre.q ?>">
		<button class="btn b3" name="faire" value="<?cs if:?gardee ?>oublier<?cs else ?>garder<?cs /if ?>">
			<?cs call:ic("star") ?> <?cs if:?gardee ?>Ne plus garder cette recherche
			<?cs else ?>Garder cette recherche
			<?cs /if ?>
		</button>
	</form>
<?cs /if ?>
<?cs if:subcount(items) ?>
	<ul class="rows mt" aria-label="Résultats, du plus récent au plus ancien">
		<?cs each:i = items ?>
			<li class="hit row nw g3">
				<?cs call:av(i) ?>
				<div class="grow">
					<h2 class="q">
						<a href="<?cs var:url_validate(i.url) ?>">
							<?cs if:i.genre == "commentaire" ?>Commentaire <?cs var:de(i.auteur) ?>
							<?cs else ?><?cs var:i.titre ?>
							<?cs /if ?>
						</a>
					</h2>
					<p class="s m"><?cs var:i.auteur ?>, <?cs call:quand(i.quand, i.cree_le) ?></p>
					<?cs if:subcount(i.extrait) ?>
						<p class="s">
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
	<?cs if:?Suite ?>
		<p class="pager"><a href="<?cs var:url_validate(Suite) ?>">Résultats plus anciens</a></p>
	<?cs /if ?>
<?cs elif:?Filtre.q && Filtre.q != "" ?>
	<div class="empty">
		<?cs call:ic("search") ?>
		<h2>Rien trouvé dans ce groupe</h2>
		<p>Essayez un seul mot. La recherche générale regarde aussi les autres groupes.</p>
		<p><a class="btn b2" href="<?cs var:url_validate(Partout) ?>">Chercher partout</a></p>
	</div>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("search") ?>
		<h2>Que cherchez-vous dans ce groupe ?</h2>
		<p>Publications, commentaires, sondages et actions, les plus récents d’abord.</p>
	</div>
<?cs /if ?>
