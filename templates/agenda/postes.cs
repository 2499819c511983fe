<?cs def:_creneau(c) ?>
	<a class="tag <?cs if:c.manque ?>warn<?cs else ?>ok<?cs /if ?>"
			href="<?cs var:url_validate(Lien) ?>/creneaux/<?cs var:c.id ?>">
		<?cs var:c.heures ?> : <?cs var:c.pris ?>/<?cs var:c.maximum ?>
	</a>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="<?cs var:url_validate(Lien) ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<h1>Les postes</h1>
	<div class="row">
		<?cs if:subcount(Postes) ?>
			<a class="btn" href="<?cs var:url_validate(Lien) ?>/postes/creneaux?j=<?cs var:Jour ?>">
				<?cs call:ic("plus") ?> Ajouter des créneaux
			</a>
			<a class="btn b2" href="<?cs var:url_validate(Lien) ?>/creneaux?j=<?cs var:Jour ?>">
				<?cs call:ic("eye") ?> Tenir un poste
			</a>
			<a class="btn b2" href="<?cs var:url_validate(Lien) ?>/creneaux/feuille?j=<?cs var:Jour ?>">
				<?cs call:ic("file") ?> Feuille à imprimer
			</a>
		<?cs /if ?>
		<a class="btn b2" href="<?cs var:url_validate(Lien) ?>/postes/nouveau">
			<?cs call:ic("plus") ?> Nouveau poste
		</a>
	</div>
</div>
<?cs call:erreurs() ?>
<?cs if:subcount(Postes) ?>
	<section class="scroll" tabindex="0" aria-labelledby="tj">
		<table class="tbl">
			<caption>
				<span class="row">
					<?cs if:Jours.avant ?>
						<a class="ib" href="<?cs var:url_validate(Lien) ?>/postes?j=<?cs var:Jours.avant ?>">
							<?cs call:ic("left") ?><span class="vh">Jour d’avant</span>
						</a>
					<?cs /if ?>
					<b id="tj"><?cs var:JourNom ?></b>
					<?cs if:Jours.apres ?>
						<a class="ib" href="<?cs var:url_validate(Lien) ?>/postes?j=<?cs var:Jours.apres ?>">
							<?cs call:ic("right") ?><span class="vh">Jour d’après</span>
						</a>
					<?cs /if ?>
				</span>
			</caption>
			<thead>
				<tr>
					<th scope="col">Poste</th>
					<th scope="col">Créneaux, places prises</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:p = Postes ?>
					<tr>
						<th scope="row">
							<a href="<?cs var:url_validate(Lien) ?>/postes/<?cs var:p.id ?>">
								<?cs var:p.titre ?>
							</a>
						</th>
						<td>
							<?cs if:subcount(p.creneaux) ?>
								<span class="row g2">
									<?cs each:c = p.creneaux ?>
										<?cs call:_creneau(c) ?>
									<?cs /each ?>
								</span>
							<?cs else ?>
								<span class="s m">Aucun ce jour-là</span>
							<?cs /if ?>
						</td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs call:pager(Pager) ?>
	<div class="cols even days">
		<form class="panel stack g3" method="post" action="<?cs var:url_validate(Lien) ?>/postes/semaine">
			<?cs call:csrf() ?>
			<h2>Reprendre une semaine</h2>
			<?cs set:Form.lundi.label = "La nouvelle semaine commence le" ?>
			<?cs set:Form.lundi.aide = "Les créneaux des sept jours d’avant reviennent, aux mêmes heures, sans
				personne." ?>
			<?cs if:!Form.lundi.value ?><?cs set:Form.lundi.value = Lundi ?><?cs /if ?>
			<?cs call:champ("date", "lundi", "") ?>
			<p><button class="btn b2">Reprendre la semaine d’avant</button></p>
		</form>
		<form class="panel stack g3" method="post" action="<?cs var:url_validate(Lien) ?>/postes/repos">
			<?cs call:csrf() ?>
			<h2>Le repos</h2>
			<?cs set:Form.repos.label = "Heures de repos entre deux jours" ?>
			<?cs set:Form.repos.aide = "Le même jour, on peut tenir plusieurs créneaux qui ne se
				chevauchent pas." ?>
			<?cs if:!Form.repos.value ?><?cs set:Form.repos.value = Repos ?><?cs /if ?>
			<?cs call:champ("number", "repos", "") ?>
			<p><button class="btn b2">Enregistrer</button></p>
		</form>
	</div>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("clock", "Pas encore de postes", "Un poste dit où l’on est et ce qu’on y
			fait ; on y ajoute des créneaux, que chacun-e peut prendre.") ?>
	</div>
<?cs /if ?>
