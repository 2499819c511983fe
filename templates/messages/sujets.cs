<?cs set:Form.libelle.label = "Nom du sujet" ?>
<?cs set:Form.responsable.label = "Qui reçoit ces demandes d’abord ?" ?>
<?cs set:Form.responsable.facultatif = "1" ?>
<?cs set:Form.retirer.label = "Ne plus proposer ce sujet" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/messages">Messages</a></li>
		<li><a href="/messages/siege/demandes">Demandes au Siège</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Sujets des demandes</h1>
		<p>
			Ce que l’on choisit en écrivant au Siège. Sans responsable, une demande est annoncée à toute
			l’équipe.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack g5 read">
	<ul class="rows">
		<?cs each:s = sujets ?>
			<li class="hit row">
				<p class="q"><a href="<?cs var:url_validate(s.url) ?>"><?cs var:s.libelle ?></a></p>
				<span class="s m push">
					<?cs if:s.responsable ?><?cs var:s.responsable ?><?cs else ?>Toute l’équipe<?cs /if ?>
				</span>
			</li>
		<?cs /each ?>
	</ul>
	<form class="stack" method="post" action="/messages/siege/sujets" novalidate>
		<?cs call:csrf() ?>
		<h2><?cs if:?Sujet.id ?>Modifier le sujet<?cs else ?>Nouveau sujet<?cs /if ?></h2>
		<?cs if:?Sujet.id ?>
			<input type="hidden" name="id" value="<?cs var:Sujet.id ?>">
			<input type="hidden" name="ordre" value="<?cs var:Sujet.ordre ?>">
		<?cs /if ?>
		<?cs call:champ("text", "libelle", "off") ?>
		<?cs call:liste("responsable", Equipe, "Toute l’équipe") ?>
		<?cs if:?Sujet.id ?><?cs call:case("retirer") ?><?cs /if ?>
		<div class="row">
			<button class="btn">
				<?cs if:?Sujet.id ?>Enregistrer<?cs else ?>Ajouter le sujet<?cs /if ?>
			</button>
			<?cs if:?Sujet.id ?><a class="btn b3" href="/messages/siege/sujets">Annuler</a><?cs /if ?>
		</div>
	</form>
</div>
