<?cs def:geste(url, verbe, quand) ?>
	<a class="btn b3" href="<?cs var:url_validate(url) ?>">
		<?cs var:verbe ?><span class="vh"> : <?cs var:quand ?></span>
	</a>
<?cs /def ?>
<?cs # What whoever organises the event can do: included by its page, said by agenda_organise() ?>
<?cs if:Organise ?>
	<section class="panel stack g3" aria-labelledby="orga">
		<h2 id="orga">Organiser</h2>
		<?cs if:evenement.etat == "brouillon" ?>
			<p>C’est un brouillon : vous et qui organise avec vous le voyez.</p>
		<?cs /if ?>
		<div class="row">
			<?cs if:evenement.etat == "brouillon" ?>
				<a class="btn" href="/agenda/<?cs var:evenement.id ?>/publier">Publier</a>
			<?cs /if ?>
			<?cs if:evenement.etat != "annule" ?>
				<a class="btn b2" href="/agenda/<?cs var:evenement.id ?>/modifier">
					<?cs call:ic("pen") ?> Modifier
				</a>
				<a class="btn b2" href="/agenda/<?cs var:evenement.id ?>/inviter">Inviter</a>
				<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>/organisateurs">
					Organiser à plusieurs
				</a>
			<?cs /if ?>
			<?cs if:evenement.etat == "publie" ?>
				<a class="btn b2"
						href="/agenda/<?cs var:evenement.id ?>/pointage?date=<?cs var:seance.jour ?>">
					<?cs call:ic("check") ?> Pointage
				</a>
				<?cs if:evenement.visibilite == "public" ?>
					<a class="btn b3" href="/public/evenements/<?cs var:evenement.id ?>">
						<?cs call:ic("globe") ?> La page ouverte à tous
					</a>
				<?cs /if ?>
			<?cs /if ?>
			<form method="post" action="/agenda/<?cs var:evenement.id ?>/dupliquer">
				<?cs call:csrf() ?>
				<button class="btn b3">Dupliquer</button>
			</form>
			<?cs if:evenement.etat == "publie" ?>
				<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>/annuler">
					Annuler l’événement
				</a>
			<?cs elif:evenement.etat == "brouillon" ?>
				<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>/supprimer">
					Supprimer le brouillon
				</a>
			<?cs /if ?>
		</div>
		<?cs if:evenement.rrule != "" && evenement.etat != "annule" ?>
			<details class="stack g3">
				<summary><span class="btn b3">Les dates de la série</span></summary>
				<ul class="rows">
					<?cs each:d = Organise.dates ?>
						<li class="stack g1">
							<p>
								<?cs var:d.quand ?>
								<?cs if:d.etat == "annule" ?> <span class="tag">Annulée</span>
								<?cs elif:d.deplace ?> <span class="tag">Déplacée</span>
								<?cs /if ?>
							</p>
							<?cs if:d.etat != "annule" ?>
								<div class="row g1">
									<?cs call:geste(d.deplacer, "Déplacer", d.quand) ?>
									<?cs call:geste(d.annuler, "Annuler", d.quand) ?>
									<?cs if:?d.suite ?>
										<?cs call:geste(d.suite, "Modifier à partir de là", d.quand) ?>
									<?cs /if ?>
								</div>
							<?cs /if ?>
						</li>
					<?cs /each ?>
				</ul>
				<a class="btn b2" href="/agenda/<?cs var:evenement.id ?>/dates/ajouter">
					<?cs call:ic("plus") ?> Ajouter une date
				</a>
			</details>
		<?cs /if ?>
	</section>
<?cs /if ?>
