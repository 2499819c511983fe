<?cs def:_km(p) ?>
	<?cs if:?p.km && p.km != "" ?>
		<span class="date" aria-hidden="true"><small>km</small><?cs var:p.km ?></span>
	<?cs /if ?>
<?cs /def ?>

<?cs # One shift: a box to tick, or words where it cannot be taken ?>
<?cs def:_mots(c) ?>
	<span>
		<?cs var:c.heures ?>
		<small>
			<?cs if:c.mien ?>Vous y êtes, <?cs /if ?><?cs var:c.pris ?>/<?cs var:c.maximum ?><?cs if:c.mien ?>
			<?cs elif:c.etat == "passe" ?>, passé
			<?cs elif:c.etat == "encours" ?>, en cours
			<?cs elif:c.etat == "ferme" ?>, fermé
			<?cs elif:c.etat == "complet" ?>, complet
			<?cs elif:c.empeche == "formation" ?>, selon la formation
			<?cs elif:c.empeche == "age" ?>, selon l’âge
			<?cs elif:c.etat == "manque" ?>, manque <?cs var:c.manque ?>
			<?cs else ?>, <?cs var:c.libres ?> place<?cs call:s(c.libres) ?>
			<?cs /if ?><?cs if:c.autre ?>, pris-e ailleurs<?cs /if ?>
		</small>
	</span>
<?cs /def ?>

<?cs def:_creneau(c) ?>
	<?cs if:c.mien ?>
		<li><a class="slot me" href="<?cs var:url_validate(Lien) ?>/<?cs var:c.id ?>">
			<?cs call:ic("check") ?><?cs call:_mots(c) ?>
		</a></li>
	<?cs elif:c.choix ?>
		<li><label class="slot<?cs if:c.etat == "manque" ?> warn<?cs /if ?>">
			<input type="checkbox" name="c" value="<?cs var:c.id ?>"<?cs if:c.choisi ?> checked<?cs /if ?>>
			<?cs call:_mots(c) ?>
		</label></li>
	<?cs else ?>
		<li class="slot<?cs if:c.empeche && c.etat == "manque" ?> warn<?cs else ?> m<?cs /if ?>">
			<?cs call:_mots(c) ?>
		</li>
	<?cs /if ?>
<?cs /def ?>

<?cs def:_filtre(on, lien, mots) ?>
	<?cs if:on ?>
		<a class="tag chip" href="<?cs var:url_validate(lien) ?>">
			<?cs var:mots ?> <?cs call:ic("x") ?><span class="vh">, retirer</span>
		</a>
	<?cs else ?>
		<a class="btn b3" href="<?cs var:url_validate(lien) ?>"><?cs var:mots ?></a>
	<?cs /if ?>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Tenir un poste</h1>
		<p>
			<?cs if:Total.places > #0 ?>
				Places prises : <?cs var:Total.pris ?> sur <?cs var:Total.places ?>
				<?cs if:Total.manque > #0 ?>, il en manque <?cs var:Total.manque ?><?cs /if ?>.
			<?cs else ?>
				Pas encore de créneaux.
			<?cs /if ?>
		</p>
	</div>
	<?cs if:evenement.droit > #2 ?>
		<div class="row">
			<a class="btn b2" href="/agenda/<?cs var:evenement.id ?>/postes">
				<?cs call:ic("pen") ?> Les postes
			</a>
			<a class="btn b2" href="<?cs var:url_validate(Lien) ?>/feuille?j=<?cs var:Jour ?>">
				<?cs call:ic("get") ?> Feuille à imprimer
			</a>
		</div>
	<?cs /if ?>
</div>
<div class="row g3">
	<?cs if:subcount(Jours) > #1 ?>
		<nav class="seg" aria-label="Jour">
			<?cs each:j = Jours ?>
				<a href="<?cs var:url_validate(Lien) ?>?j=<?cs var:j.jour ?>"
						<?cs if:j.ici ?> aria-current="true"<?cs /if ?>><?cs var:j.nom ?></a>
			<?cs /each ?>
		</nav>
	<?cs /if ?>
	<nav class="row" aria-label="Filtres">
		<?cs call:_filtre(Manque, FiltreManque, "Où il manque du monde") ?>
		<?cs call:_filtre(Moi, FiltreMoi, "Ceux que je peux tenir") ?>
	</nav>
</div>
<?cs if:subcount(Postes) ?>
	<form class="tick plan days" method="post" action="<?cs var:url_validate(Lien) ?>">
		<?cs call:csrf() ?>
		<input type="hidden" name="j" value="<?cs var:Jour ?>">
		<h2>
			<?cs if:Total.jour > #0 ?>
				Il manque <?cs var:nb(Total.jour) ?> personne<?cs call:s(Total.jour) ?> <?cs var:JourNom ?>
			<?cs else ?>
				Les postes, <?cs var:JourNom ?>
			<?cs /if ?>
		</h2>
		<?cs if:?Page.refus ?><?cs call:alerte("warn", Page.refus) ?><?cs /if ?>
		<?cs each:p = Postes ?>
			<section aria-labelledby="p<?cs var:p.id ?>">
				<div class="row nw g3">
					<?cs call:_km(p) ?>
					<div class="grow">
						<h3 id="p<?cs var:p.id ?>"><?cs var:p.titre ?></h3>
						<?cs if:p.lieu ?><p class="s m"><?cs var:p.lieu ?></p><?cs /if ?>
						<?cs if:?p.formation && p.acquise ?>
							<span class="tag ok">
								<?cs call:ic("cap") ?> <?cs var:p.formation ?> : acquise
							</span>
						<?cs elif:?p.formation ?>
							<p class="s m">
								<?cs call:ic("cap") ?> Il faut avoir : <?cs var:p.formation ?>
							</p>
						<?cs /if ?>
						<?cs if:p.age > #0 ?><p class="s m">Dès <?cs var:p.age ?> ans</p><?cs /if ?>
						<?cs if:p.habitue ?><p class="s m">Une personne habituée au moins</p><?cs /if ?>
					</div>
				</div>
				<ul class="slots">
					<?cs each:c = p.creneaux ?><?cs call:_creneau(c) ?><?cs /each ?>
				</ul>
			</section>
		<?cs /each ?>
		<div class="row bulk">
			<p class="grow"><b></b> choisis</p>
			<button class="btn">Les prendre</button>
		</div>
	</form>
<?cs else ?>
	<div class="empty">
		<?cs if:Manque || Moi ?>
			<?cs call:vide("check", "Rien ce jour-là avec ces filtres", "Retirez un filtre, ou voyez un autre
				jour.") ?>
		<?cs else ?>
			<?cs call:vide("clock", "Pas encore de créneaux", "Ils apparaîtront ici dès que la
				coordination les aura ouverts.") ?>
		<?cs /if ?>
	</div>
<?cs /if ?>
<?cs if:?Suite ?>
	<p><a class="btn b3" href="<?cs var:url_validate(Suite) ?>">Voir d’autres postes</a></p>
<?cs /if ?>
<?cs if:subcount(La) || subcount(Miens) ?>
	<div class="cols even days">
		<?cs if:subcount(La) ?>
			<section class="panel" id="la" aria-labelledby="lah">
				<h2 id="lah">Qui est là maintenant <span class="m"><?cs var:Maintenant ?></span></h2>
				<ul class="rows">
					<?cs each:l = La ?>
						<li class="row nw g3">
							<?cs call:_km(l) ?>
							<p class="by grow">
								<?cs var:l.titre ?>
								<small>
									<?cs if:l.noms ?><?cs var:l.noms ?>
									<?cs else ?><?cs var:nb(l.pris) ?> personne<?cs call:s(l.pris) ?>
									<?cs /if ?>, jusqu’à <?cs var:l.jusqu ?>
								</small>
							</p>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<?cs if:subcount(Miens) ?>
			<section class="panel" aria-labelledby="mes">
				<h2 id="mes">Mes créneaux</h2>
				<ul class="rows">
					<?cs each:m = Miens ?>
						<li class="hit row nw g3">
							<span class="date" aria-hidden="true">
								<small><?cs var:m.jour_court ?></small><?cs var:m.numero ?>
							</span>
							<div class="grow">
								<p class="q">
									<a href="<?cs var:url_validate(Lien) ?>/<?cs var:m.id ?>">
										<?cs var:m.titre ?>
									</a>
								</p>
								<p class="s m">
									<?cs var:m.quand ?><?cs if:m.confirmer_avant ?>, à confirmer
									<?cs elif:m.cherche_le ?>, relève cherchée<?cs /if ?>
								</p>
							</div>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
	</div>
<?cs /if ?>
