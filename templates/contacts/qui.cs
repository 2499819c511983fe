<?cs include:"contacts/tete.cs" ?>

<?cs def:niveau_titre(n) ?>
	<?cs if:n == #1 ?>Qui voit <?cs if:contact.soi ?>votre<?cs else ?>la<?cs /if ?> fiche
	<?cs elif:n == #2 ?>Les membres de vos groupes, leur coordination, l’équipe salariée
	<?cs elif:n == #3 ?>La coordination de vos groupes et l’équipe salariée
	<?cs elif:n == #4 ?>L’équipe salariée
	<?cs else ?>L’administration
	<?cs /if ?>
<?cs /def ?>

<?cs if:?Niveau ?>
	<section class="stack g4" aria-labelledby="qui-n">
		<div>
			<h2 id="qui-n"><?cs call:niveau_titre(Niveau) ?></h2>
			<p class="m"><a href="/contacts/<?cs var:contact.id ?>/qui">Qui voit quoi</a></p>
		</div>
		<?cs if:subcount(items) ?>
			<ul class="rows">
				<?cs each:p = items ?>
					<li><a class="q" href="/contacts/<?cs var:p.id ?>"><?cs var:p.nom ?></a></li>
				<?cs /each ?>
			</ul>
			<?cs call:suite(Pager) ?>
		<?cs else ?>
			<p>Personne que vous puissiez voir.</p>
		<?cs /if ?>
	</section>
<?cs else ?>
	<div class="stack g5 read">
		<p>
			Compté à l’instant, par la même règle que celle qui ouvre les pages.
			<?cs if:contact.soi ?> <a href="/contacts/<?cs var:contact.id ?>/discretion">
				Changer ce qui est montré
			</a><?cs /if ?>
		</p>
		<?cs each:v = niveaux ?>
			<section class="panel" aria-labelledby="nv-<?cs var:v.niveau ?>">
				<h2 id="nv-<?cs var:v.niveau ?>">
					<?cs call:niveau_titre(v.niveau) ?> <span class="push m s">
						<?cs var:nb(v.nombre) ?> personne<?cs call:s(v.personnes) ?>
					</span>
				</h2>
				<p class="row g2">
					<?cs each:c = v.champs ?>
						<span class="tag">
							<?cs if:?c.cache ?><?cs call:ic("lock") ?> <?cs /if ?><?cs var:c.libelle ?>
						</span>
					<?cs /each ?>
				</p>
				<?cs if:v.niveau == #1 && subcount(publics) ?>
					<ul class="s m">
						<?cs each:p = publics ?>
							<li>
								<?cs var:p.titre ?> : <?cs var:p.personnes ?>
								<?cs if:p.droit > #1 ?>, avec le droit de modifier<?cs /if ?>
							</li>
						<?cs /each ?>
					</ul>
				<?cs /if ?>
				<?cs if:subcount(v.noms) ?>
					<details>
						<summary class="btn b3">Qui exactement</summary>
						<ul>
							<?cs each:p = v.noms ?>
								<li><a href="/contacts/<?cs var:p.id ?>"><?cs var:p.nom ?></a></li>
							<?cs /each ?>
						</ul>
					</details>
				<?cs elif:?v.suite ?>
					<p>
						<a class="btn b3"
								href="/contacts/<?cs var:contact.id ?>/qui?niveau=<?cs var:v.niveau ?>">
							Qui exactement
						</a>
					</p>
				<?cs /if ?>
			</section>
		<?cs /each ?>
	</div>
<?cs /if ?>
