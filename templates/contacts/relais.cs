<?cs include:"contacts/relais_etat.cs" ?>
<div class="head">
	<div>
		<h1>Personnes à accueillir</h1>
		<p>
			Elles ont demandé à rejoindre un groupe. Un premier contact dans la semaine fait souvent toute la
			différence.
		</p>
	</div>
	<a class="btn b2" href="/contacts/silence<?cs if:?Filtre.groupe.id ?>?groupe=<?cs var:Filtre.groupe.id ?>
				<?cs /if ?>">
		<?cs call:ic("clock") ?> Sans nouvelles
	</a>
	<?cs call:exporter("/contacts/accueil", Filtre.csv) ?>
</div>
<div class="stack g5">
	<?cs if:?Filtre.groupe.id ?>
		<p class="row">
			<a class="btn b3" href="/groupes/<?cs var:Filtre.groupe.id ?>">
				<?cs call:ic("groups") ?> <?cs var:Filtre.groupe.titre ?>
			</a>
			<a class="btn b3" href="/contacts/accueil">Tous les groupes</a>
		</p>
	<?cs /if ?>
	<nav class="seg" aria-label="Quelles personnes">
		<?cs each:v = Filtre.vues ?>
			<a href="<?cs var:url_validate(v.url) ?>"<?cs if:?v.ici ?> aria-current="true"<?cs /if ?>>
				<?cs var:v.libelle ?> <span class="m"><?cs var:v.total ?></span>
			</a>
		<?cs /each ?>
	</nav>
	<?cs if:subcount(items) ?>
		<ul class="rows">
			<?cs each:t = items ?>
				<li class="hit row nw g3">
					<?cs call:av(t) ?>
					<div class="grow">
						<p class="q">
							<a href="/contacts/accueil/<?cs var:t.id ?>">
								<b><?cs var:t.prenom ?> <?cs var:t.nom ?></b>
							</a>
						</p>
						<p class="s m">
							<?cs var:t.groupe ?>, <?cs if:t.responsable ?>
								<?cs if:t.mien ?>pour vous
								<?cs else ?>confié à <?cs var:t.responsable ?>
								<?cs /if ?>
							<?cs else ?>
								sans coordination
							<?cs /if ?>
						</p>
					</div>
					<?cs call:relais_etat(t) ?>
				</li>
			<?cs /each ?>
		</ul>
		<?cs call:pager(Pager) ?>
	<?cs else ?>
		<div class="panel empty">
			<?cs call:vide("heart", "Personne n’attend", "Dès qu’une personne demande à rejoindre un groupe,
				elle est confiée ici à qui le coordonne.") ?>
		</div>
	<?cs /if ?>
</div>
