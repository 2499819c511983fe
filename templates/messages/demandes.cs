<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/messages">Messages</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Demandes au Siège</h1>
		<p>Toute l’équipe voit ces demandes. Répondre dans le fil suffit : la personne est prévenue.</p>
	</div>
	<?cs if:User.level > #3 ?>
		<div class="row">
			<a class="btn b2" href="/messages/siege/sujets"><?cs call:ic("tune") ?> Sujets</a>
		</div>
	<?cs /if ?>
</div>
<nav class="seg" aria-label="Demandes à montrer">
	<a href="/messages/siege/demandes"<?cs if:Filtre.vue == "" ?> aria-current="true"<?cs /if ?>>
		À traiter <span class="m"><?cs var:#compte.nouveau + #compte.en_cours ?></span>
	</a>
	<a href="/messages/siege/demandes?vue=miennes"
			<?cs if:Filtre.vue == "miennes" ?> aria-current="true"<?cs /if ?>>
		Les miennes <span class="m"><?cs var:compte.miennes ?></span>
	</a>
	<a href="/messages/siege/demandes?vue=repondu"
			<?cs if:Filtre.vue == "repondu" ?> aria-current="true"<?cs /if ?>>
		Répondues
	</a>
	<a href="/messages/siege/demandes?vue=clos"<?cs if:Filtre.vue == "clos" ?> aria-current="true"<?cs /if ?>>
		Closes
	</a>
</nav>
<?cs if:subcount(items) ?>
	<ul class="rows conv mt">
		<?cs each:d = items ?>
			<li class="hit row nw g3">
				<?cs call:av(d) ?>
				<div class="grow">
					<p class="row nw q">
						<a class="cut" href="/messages/<?cs var:d.id ?>">
							<b><?cs var:d.prenom ?> <?cs var:d.nom ?></b> <?cs var:d.titre ?>
						</a>
						<time class="s m push"><?cs var:d.quand ?></time>
					</p>
					<p class="s m cut"><?cs var:d.extrait ?></p>
					<p class="row">
						<?cs if:d.etat == "nouveau" ?><span class="tag warn">Nouveau</span>
						<?cs elif:d.etat == "en_cours" ?><span class="tag">En cours</span>
						<?cs elif:d.etat == "repondu" ?><span class="tag ok">Répondu</span>
						<?cs else ?><span class="tag o">Clos</span>
						<?cs /if ?>
						<?cs if:d.assigne_id ?><span class="s m"><?cs var:d.assigne ?></span>
						<?cs else ?><span class="s m">Personne pour l’instant</span>
						<?cs /if ?>
					</p>
				</div>
			</li>
		<?cs /each ?>
	</ul>
	<?cs if:?Suivante ?>
		<p class="pager">
			<a href="<?cs var:url_validate(Suivante) ?>" rel="next">Suivantes <?cs call:ic("right") ?></a>
		</p>
	<?cs /if ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("msg") ?>
		<h2>Aucune demande ici</h2>
		<p>Ce que les bénévoles écrivent au Siège arrive sur cette page.</p>
	</div>
<?cs /if ?>
