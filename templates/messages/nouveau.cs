<?cs set:Form.titre.label = "Sujet" ?>
<?cs set:Form.titre.facultatif = "1" ?>
<?cs set:Form.texte.label = "Votre message" ?>
<?cs set:Form.texte.brouillon = "nouveau-message" ?>
<?cs set:Form.fichiers.label = "Fichiers" ?>
<?cs set:Form.fichiers.facultatif = "1" ?>
<?cs set:Form.fichiers.aide = "Dix au plus, 25 Mo chacun." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/messages">Messages</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Nouveau message</h1>
		<p>Choisissez à qui vous écrivez, puis écrivez.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack g5 read">
	<section class="stack g3" aria-labelledby="dest">
		<?cs if:?Ecartees ?>
			<p class="alert warn">
				<?cs call:ic("warn") ?>
				<span>
					<?cs var:nb(Ecartees) ?> personne<?cs call:s(Ecartees) ?> de votre choix ne peu<?cs
						if:#Ecartees > #1 ?>vent<?cs else ?>t<?cs /if ?> recevoir ce message, faute d’avoir
					ouvert ses messages ou de place. Pour beaucoup de personnes, écrivez à un groupe ou à un
					segment.
				</span>
			</p>
		<?cs /if ?>
		<h2 id="dest">À qui ?</h2>
		<?cs if:subcount(Choisies) ?>
			<p class="row">
				<?cs each:p = Choisies ?>
					<a class="tag chip" href="/messages/nouveau?<?cs var:Suite.sans ?><?cs var:p.id ?>">
						<?cs var:p.prenom ?> <?cs var:p.nom ?> <?cs call:ic("x") ?>
						<span class="vh">Retirer</span>
					</a>
				<?cs /each ?>
			</p>
		<?cs /if ?>
		<form class="row" method="get" action="/messages/nouveau" role="search"
				aria-label="Chercher une personne">
			<?cs each:p = Choisies ?><input type="hidden" name="a" value="<?cs var:p.id ?>"><?cs /each ?>
			<div class="find grow">
				<label class="vh" for="pq">Prénom ou nom</label>
				<?cs call:ic("search") ?>
				<input type="search" id="pq" name="q" maxlength="100" value="<?cs var:Q ?>"
					placeholder="Prénom ou nom">
			</div>
			<button class="btn b2">Chercher</button>
		</form>
		<?cs if:subcount(Trouvees) ?>
			<ul class="rows" aria-label="Personnes trouvées">
				<?cs each:p = Trouvees ?>
					<li>
						<a class="who" href="/messages/nouveau?<?cs var:Suite.avec ?><?cs var:p.id ?>">
							<?cs call:av(p) ?>
							<span>
								<?cs var:p.prenom ?> <?cs var:p.nom ?> <?cs if:p.ou ?>
									<small><?cs var:p.ou ?></small>
								<?cs /if ?>
							</span>
							<span class="btn b2 push">Ajouter</span>
						</a>
					</li>
				<?cs /each ?>
			</ul>
		<?cs elif:Q ?>
			<p class="m">Aucune personne de ce nom à qui vous puissiez écrire.</p>
		<?cs /if ?>
		<?cs if:subcount(Groupes) || Partout ?>
			<p class="row">
				<?cs each:g = Groupes ?>
					<a class="btn b3" href="<?cs var:url_validate(g.url) ?>">
						<?cs call:ic("groups") ?><span class="vh">À tout le groupe </span><?cs var:g.titre ?>
					</a>
				<?cs /each ?>
				<?cs if:?Partout ?>
					<a class="btn b3" href="/messages/groupe">
						<?cs call:ic("groups") ?> À tout un groupe ou un segment
					</a>
				<?cs /if ?>
			</p>
		<?cs /if ?>
		<p><a class="btn b3" href="/messages/siege"><?cs call:ic("home") ?> Au Siège</a></p>
	</section>
	<?cs if:subcount(Choisies) ?>
		<form class="stack" method="post" action="/messages/nouveau" enctype="multipart/form-data" novalidate>
			<?cs call:csrf() ?>
			<?cs each:p = Choisies ?><input type="hidden" name="a" value="<?cs var:p.id ?>"><?cs /each ?>
			<?cs if:subcount(Choisies) > #1 ?><?cs call:champ("text", "titre", "off") ?><?cs /if ?>
			<?cs call:editeur("texte", "6") ?>
			<?cs call:joindre("fichiers") ?>
			<p class="s m">Votre adresse et votre téléphone ne sont pas montrés.</p>
			<p><button class="btn"><?cs call:ic("send") ?> Envoyer</button></p>
		</form>
	<?cs /if ?>
</div>
