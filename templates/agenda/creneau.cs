<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>/creneaux">Créneaux</a></li>
	</ol>
</nav>
<?cs call:erreurs() ?>
<div class="head">
	<div>
		<h1><?cs var:Creneau.titre ?></h1>
		<p><?cs var:Creneau.quand ?><?cs if:Creneau.lieu ?>, <?cs var:Creneau.lieu ?><?cs /if ?></p>
	</div>
	<?cs if:evenement.droit > #2 && !Creneau.clos ?>
		<div class="row">
			<a class="btn" href="<?cs var:url_validate(Lien) ?>/releve">
				<?cs call:ic("send") ?> Trouver la relève
			</a>
			<a class="btn b2" href="<?cs var:url_validate(Lien) ?>/modifier">
				<?cs call:ic("pen") ?> Changer
			</a>
		</div>
	<?cs /if ?>
</div>
<div class="cols">
	<div class="stack g5">
		<?cs if:Creneau.clos ?><?cs call:alerte("warn", Creneau.clos) ?><?cs /if ?>
		<?cs if:?Moi.tient && !Creneau.clos ?>
			<section class="panel stack g3" aria-labelledby="moi">
				<h2 id="moi">Vous tenez ce créneau</h2>
				<?cs if:Moi.confirmer_avant ?>
					<p>Les heures ont changé. Dites avant <?cs var:Moi.avant ?> si cela vous va.</p>
					<form method="post" action="<?cs var:url_validate(Lien) ?>/confirmer">
						<?cs call:csrf() ?>
						<button class="btn"><?cs call:ic("check") ?> Cela me va</button>
					</form>
				<?cs /if ?>
				<?cs if:Moi.cherche_le ?>
					<p>
						La coordination est prévenue. Vous serez libre dès qu’une personne prend votre place.
					</p>
				<?cs elif:Moi.tard ?>
					<p>
						Moins de <?cs var:evenement.retrait_h ?> h avant, on se désiste seulement quand une
						personne prend la place : proposez-la, ou prévenez la coordination.
					</p>
				<?cs /if ?>
				<div class="row">
					<a class="btn b2" href="<?cs var:url_validate(Lien) ?>/releve?pour=moi">
						<?cs call:ic("send") ?> Céder ma place
					</a>
					<?cs if:!Moi.cherche_le ?>
						<form method="post" action="<?cs var:url_validate(Lien) ?>/quitter">
							<?cs call:csrf() ?>
							<button class="btn b3">
								<?cs if:Moi.tard ?>Prévenir que je ne peux plus
								<?cs else ?>Me désister
								<?cs /if ?>
							</button>
						</form>
					<?cs /if ?>
				</div>
			</section>
		<?cs /if ?>
		<?cs if:Creneau.consignesHtml ?>
			<section class="read" aria-labelledby="consignes">
				<h2 id="consignes">Sur place</h2>
				<?cs uvar:Creneau.consignesHtml ?>
				<?cs # out of texte_html() ?>
			</section>
		<?cs /if ?>
		<?cs if:subcount(Gens) ?>
			<section aria-labelledby="gens">
				<h2 class="ttl" id="gens">Qui tient ce créneau</h2>
				<ul class="rows">
					<?cs each:g = Gens ?>
						<li class="row g2">
							<?cs if:g.vue ?><?cs call:qui(g, "") ?>
							<?cs else ?>
								<span class="who"><?cs call:av(g) ?> <span><?cs var:g.prenom ?></span></span>
							<?cs /if ?>
							<?cs if:evenement.droit > #2 ?>
								<?cs if:g.cherche ?><?cs call:tag("cherche une relève", "warn") ?><?cs /if ?>
								<?cs if:g.confirmer ?><?cs call:tag("à reconfirmer", "warn") ?><?cs /if ?>
								<?cs if:Creneau.clos && Creneau.etat != "annule" ?>
									<form class="push" method="post"
											action="<?cs var:url_validate(Lien) ?>/present">
										<?cs call:csrf() ?>
										<input type="hidden" name="contact" value="<?cs var:g.id ?>">
										<?cs if:g.present && EnCours && !?g.parti ?>
											<button class="btn b2" name="present" value="parti">
												<span class="vh"><?cs var:g.prenom ?> </span>Part maintenant
											</button>
										<?cs /if ?>
										<?cs if:g.present ?>
											<button class="btn b3" name="present" value="0">
												<?cs call:ic("check") ?> Là
												<?cs if:?g.parti ?> jusqu’à <?cs var:g.parti ?><?cs /if ?>
												<span class="vh">
													(<?cs var:g.prenom ?>), annuler
												</span>
											</button>
										<?cs else ?>
											<button class="btn b2" name="present" value="1">
												Noter<span class="vh"> <?cs var:que(g.prenom) ?> est</span> là
											</button>
										<?cs /if ?>
									</form>
								<?cs /if ?>
							<?cs /if ?>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<?cs if:subcount(Replis) && !Creneau.clos ?>
			<section aria-labelledby="replis">
				<h2 class="ttl" id="replis">Si personne d’autre</h2>
				<ul class="rows">
					<?cs each:g = Replis ?>
						<li class="row g2">
							<span class="grow"><?cs var:g.prenom ?> <?cs var:g.nom ?></span>
							<form method="post" action="<?cs var:url_validate(Lien) ?>/retenir">
								<?cs call:csrf() ?>
								<input type="hidden" name="contact" value="<?cs var:g.id ?>">
								<button class="btn b2">
									Compter sur <?cs var:g.prenom ?>
								</button>
							</form>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
	</div>
	<aside class="stack g5">
		<section class="panel stack g3" aria-labelledby="places">
			<h2 id="places" class="vh">Les places</h2>
			<div class="stack g1">
				<p class="row s">
					<b><?cs var:Creneau.pris ?> sur <?cs var:Creneau.maximum ?></b>
					<?cs if:Creneau.manque > #0 ?>
						<span class="push m">
							manque <?cs var:nb(Creneau.manque) ?> personne<?cs call:s(Creneau.manque) ?>
						</span>
					<?cs /if ?>
				</p>
				<meter max="<?cs var:Creneau.maximum ?>" value="<?cs var:Creneau.pris ?>"
					aria-label="<?cs var:Creneau.pris ?> places prises
						sur <?cs var:Creneau.maximum ?>"></meter>
			</div>
			<?cs if:Creneau.formation ?>
				<p class="s m"><?cs call:ic("cap") ?> Il faut avoir : <?cs var:Creneau.formation ?></p>
			<?cs /if ?>
			<?cs if:Creneau.age > #0 ?><p class="s m">Dès <?cs var:Creneau.age ?> ans</p><?cs /if ?>
			<?cs if:Creneau.sanshabitue ?>
				<p class="s m">Il manque une personne habituée.</p>
			<?cs /if ?>
		</section>
		<?cs if:evenement.droit > #2 && Creneau.etat != "annule" ?>
			<details>
				<summary class="btn b3">Annuler ce créneau</summary>
				<form class="stack g3" method="post" action="<?cs var:url_validate(Lien) ?>/annuler">
					<?cs call:csrf() ?>
					<?cs set:Form.motif.label = "Pourquoi" ?>
					<?cs set:Form.motif.facultatif = "1" ?>
					<?cs call:champ("text", "motif", "") ?>
					<p class="s m">
						<?cs if:Creneau.pris > #1 ?>
							Les <?cs var:nb(Creneau.pris) ?> personnes qui le tiennent sont prévenues.
						<?cs elif:Creneau.pris > #0 ?>
							La personne qui le tient est prévenue.
						<?cs else ?>
							Personne ne le tient.
						<?cs /if ?>
					</p>
					<button class="btn bad">Annuler le créneau</button>
				</form>
			</details>
		<?cs /if ?>
	</aside>
</div>
