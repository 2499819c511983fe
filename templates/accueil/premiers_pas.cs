<?cs # The first visits of who is interested: who welcomes her, what to do first, what is open to her ?>
<?cs def:premiers_pas() ?>
	<section class="panel stack g3" aria-labelledby="qui-accueille">
		<h2 id="qui-accueille"><?cs call:ic("heart") ?> Qui vous accueille</h2>
		<?cs if:subcount(Accueil.gens) ?>
			<ul class="stack g2">
				<?cs each:p = Accueil.gens ?>
					<li>
						<a class="who" href="/contacts/<?cs var:p.id ?>">
							<?cs call:av(p) ?>
							<span>
								<?cs var:p.prenom ?> <?cs var:p.nom ?> <small>
									<?cs if:p.confie ?>vous accueille, <?cs else ?>coordination, <?cs /if ?>
									<?cs var:p.groupe ?>
								</small>
							</span>
						</a>
					</li>
				<?cs /each ?>
			</ul>
		<?cs else ?>
			<p class="s">
				<?cs if:subcount(Accueil.groupes) ?>
					La coordination <?cs var:de(Accueil.groupes.0.titre) ?> a reçu votre demande et vous
					répondra. Une question d’ici là ?
				<?cs else ?>
					Le Siège vous orientera vers un groupe. Une question, une préférence ?
				<?cs /if ?>
			</p>
			<p class="row">
				<a class="btn b2" href="/messages/siege"><?cs call:ic("msg") ?> Écrire au Siège</a>
			</p>
		<?cs /if ?>
	</section>
	<section class="panel stack g2" aria-labelledby="premiers">
		<h2 id="premiers">Vos premiers pas</h2>
		<ol class="links">
			<li>
				<?cs if:subcount(Accueil.gens) ?>
					<a href="/messages/nouveau?a=<?cs var:Accueil.gens.0.id ?>">
						Dire bonjour à <?cs var:Accueil.gens.0.prenom ?>
					</a>
				<?cs else ?>
					<a href="/messages/siege">Dire bonjour au Siège</a>
				<?cs /if ?>
			</li>
			<li><a href="/contacts/<?cs var:User.id ?>/modifier">Vous présenter en deux phrases</a></li>
			<li><a href="/agenda">Choisir un premier rendez-vous</a></li>
			<li><a href="/aide">Lire comment fonctionne cet espace</a></li>
		</ol>
	</section>
<?cs /def ?>
<?cs def:ouvert_a_vous() ?>
	<section class="stack g3" aria-labelledby="ouvert">
		<h2 class="ttl" id="ouvert">Ce qui vous est ouvert</h2>
		<ul class="grid">
			<?cs each:g = Accueil.groupes ?>
				<li class="card hit">
					<p class="q"><a href="/groupes/<?cs var:g.id ?>"><b><?cs var:g.titre ?></b></a></p>
					<p class="s m">Votre demande lui est transmise : sa page, ses rendez-vous ouverts</p>
				</li>
			<?cs /each ?>
			<li class="card hit">
				<p class="q"><a href="/agenda"><b>L’agenda</b></a></p>
				<p class="s m">Les rendez-vous ouverts à tout le monde</p>
			</li>
			<li class="card hit">
				<p class="q"><a href="/groupes"><b>Les groupes</b></a></p>
				<p class="s m">Qui agit près de chez vous</p>
			</li>
			<li class="card hit">
				<p class="q"><a href="/actualites"><b>Les actualités</b></a></p>
				<p class="s m">Ce que l’association publie pour tout le monde</p>
			</li>
		</ul>
	</section>
<?cs /def ?>
