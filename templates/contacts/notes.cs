<?cs include:"contacts/tete.cs" ?>
<?cs set:Form.texte.label = "Nouvelle note" ?>
<?cs set:Form.texte.aide = "Restez dans l’utile : cette note fait partie de ce que la personne reçoit si elle
	demande l’accès à ses données. Elle ne la voit pas sur la plateforme." ?>
<?cs set:Form.rappel_le.label = "Me le rappeler le" ?>
<?cs set:Form.rappel_le.facultatif = "1" ?>
<div class="cols">
	<aside>
		<form class="panel stack" method="post" action="/contacts/<?cs var:contact.id ?>/notes" novalidate>
			<?cs call:csrf() ?>
			<?cs call:erreurs() ?>
			<?cs call:texte_long("texte", "5") ?>
			<fieldset id="f-niveau" tabindex="-1">
				<legend>Qui peut la lire</legend>
				<div class="stack g1">
					<?cs if:Groupes > #0 ?>
						<label class="ck">
							<input type="radio" name="niveau" value="coordination"
								<?cs if:Form.niveau.value == "coordination" ?> checked
									<?cs /if ?>> <?cs if:Groupes == #1 ?>
								La coordination de « <?cs var:Groupes.0.libelle ?> » et l’équipe salariée
							<?cs else ?>
								La coordination d’un de ses groupes et l’équipe salariée
							<?cs /if ?>
						</label>
					<?cs /if ?>
					<label class="ck">
						<input type="radio" name="niveau" value="siege"
							<?cs if:Form.niveau.value == "siege" ?> checked<?cs /if ?>> L’équipe salariée et
						moi
					</label>
					<label class="ck">
						<input type="radio" name="niveau" value="auteur"
							<?cs if:Form.niveau.value == "auteur" ?> checked<?cs /if ?>> Moi seulement
					</label>
				</div>
			</fieldset>
			<?cs if:Groupes > #1 ?>
				<?cs set:Form.groupe.label = "De quel groupe" ?>
				<?cs set:Form.groupe.aide = "Pour une note que la coordination lit : celle de ce groupe seul,
					et de ceux du dessus." ?>
				<?cs call:liste("groupe", Groupes, "") ?>
			<?cs /if ?>
			<?cs call:champ("date", "rappel_le", "") ?>
			<button class="btn">Enregistrer la note</button>
		</form>
	</aside>
	<section aria-label="Notes">
		<?cs if:subcount(items) ?>
			<ul class="rows">
				<?cs each:n = items ?>
					<li class="stack g2" id="note-<?cs var:n.id ?>">
						<p class="pre"><?cs var:n.texte ?></p>
						<p class="s m">
							<?cs var:n.auteur ?>, <?cs var:n.le ?>. Lue par <?cs if:n.niveau == "auteur" ?>
								vous seulement
							<?cs elif:n.niveau == "siege" ?>
								l’équipe salariée et qui l’a écrite
							<?cs elif:n.groupe ?>
								la coordination de « <?cs var:n.groupe ?> » et l’équipe salariée
							<?cs else ?>
								l’équipe salariée et qui l’a écrite
							<?cs /if ?>.
						</p>
						<?cs if:?n.rappel ?>
							<p class="row">
								<?cs if:n.fait ?>
									<span class="tag ok"><?cs call:ic("check") ?> Fait</span>
								<?cs else ?>
									<span class="tag warn">
										<?cs call:ic("clock") ?> Rappel le <?cs var:n.rappel ?>
									</span>
								<?cs /if ?>
							</p>
						<?cs /if ?>
						<?cs if:n.mien || User.level > #3 ?>
							<form class="row" method="post"
									action="/contacts/<?cs var:contact.id ?>/notes/<?cs var:n.id ?>">
								<?cs call:csrf() ?>
								<?cs if:n.mien && ?n.rappel && !n.fait ?>
									<button class="btn b2" name="acte" value="fait">C’est fait</button>
									<button class="btn b3" name="acte" value="semaine">
										Dans une semaine
									</button>
									<button class="btn b3" name="acte" value="mois">Dans un mois</button>
								<?cs /if ?>
								<button class="btn b3" name="acte" value="supprimer">
									<?cs call:ic("bin") ?> Supprimer<span class="vh"> la
										note <?cs var:de(n.auteur) ?>, <?cs var:n.le ?>
									</span>
								</button>
							</form>
						<?cs /if ?>
					</li>
				<?cs /each ?>
			</ul>
		<?cs else ?>
			<div class="panel empty">
				<?cs call:vide("pen", "Aucune note", "Notez ce qui aidera la prochaine personne qui accompagne
					: une envie, une période chargée, une date où reprendre contact.") ?>
			</div>
		<?cs /if ?>
	</section>
</div>
