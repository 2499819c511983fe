<?cs # The box: conversations, the latest first. ?>
<div class="stack<?cs if:subcount(items) ?> panes<?cs /if ?>">
	<div class="stack g3">
		<h1>Messages</h1>
		<div class="row nw">
			<form class="find grow" method="get" action="/messages" role="search"
					aria-label="Chercher dans mes messages">
				<label class="vh" for="mq">Chercher un message</label>
				<?cs call:ic("search") ?>
				<input type="search" id="mq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"
					placeholder="Chercher un message">
				<?cs if:Filtre.vue ?>
					<input type="hidden" name="vue" value="<?cs var:Filtre.vue ?>">
				<?cs /if ?>
				<button class="vh">Chercher</button>
			</form>
			<a class="ib b2" href="/messages/nouveau">
				<?cs call:ic("pen") ?><span class="vh">Nouveau message</span>
			</a>
		</div>
		<nav class="seg" aria-label="Messages à montrer">
			<a href="/messages"<?cs if:Filtre.vue == "" ?> aria-current="true"<?cs /if ?>>Reçus</a>
			<a href="/messages?vue=non-lus"<?cs if:Filtre.vue == "non-lus" ?> aria-current="true"<?cs /if ?>>
				Non lus
			</a>
			<a href="/messages?vue=archives"
					<?cs if:Filtre.vue == "archives" ?> aria-current="true"<?cs /if ?>>
				Archives
			</a>
		</nav>
		<div id="boite" data-live="moi">
			<?cs if:subcount(items) ?>
				<ul class="rows conv">
					<?cs each:c = items ?><?cs call:ligne_conversation(c) ?><?cs /each ?>
				</ul>
				<?cs call:pager(Pager) ?>
			<?cs else ?>
				<div class="empty">
					<?cs call:ic("msg") ?>
					<h2>
						<?cs if:Filtre.q ?>Aucun message ne contient ces mots
						<?cs elif:Filtre.vue == "non-lus" ?>Vous avez tout lu
						<?cs elif:Filtre.vue == "archives" ?>Rien dans les archives
						<?cs else ?>Aucun message pour l’instant
						<?cs /if ?>
					</h2>
					<p>
						<?cs if:Filtre.q ?>Essayez un autre mot, ou le nom d’une personne.
						<?cs else ?>Écrivez à une personne, à plusieurs, ou au Siège.
						<?cs /if ?>
					</p>
					<p class="row">
						<a class="btn b2" href="/messages/nouveau">Écrire un message</a>
						<a class="btn b3" href="/messages/siege">Contacter le Siège</a>
					</p>
				</div>
			<?cs /if ?>
		</div>
		<p class="row">
			<?cs if:User.level > #2 ?><a class="btn b3" href="/messages/siege/demandes">Demandes au Siège</a>
			<?cs elif:subcount(items) ?><a class="btn b3" href="/messages/siege">Contacter le Siège</a>
			<?cs /if ?>
			<a class="btn b3" href="/messages/choix"><?cs call:ic("tune") ?> Mes choix</a>
		</p>
	</div>
	<?cs if:subcount(items) ?>
		<div class="empty off">
			<?cs call:ic("msg") ?>
			<h2>Choisissez une conversation</h2>
			<p>Ou écrivez à une personne, à plusieurs, à tout un groupe.</p>
			<p><a class="btn" href="/messages/nouveau"><?cs call:ic("pen") ?> Nouveau message</a></p>
		</div>
	<?cs /if ?>
</div>
