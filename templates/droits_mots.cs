<?cs # A use that a person may say no to at once: a row of oppositions_say() ?>
<?cs def:opposition_mot(o) ?>
	<?cs if:o.valeur == "annuaire" ?>Être dans l’annuaire des bénévoles
	<?cs else ?>Recevoir « <?cs var:o.titre ?> »
	<?cs /if ?>
<?cs /def ?>

<?cs def:oppositions_cases() ?>
	<div class="stack g1">
		<?cs each:o = oppositions ?>
			<label class="ck">
				<input type="checkbox" name="oppositions[]" value="<?cs var:o.valeur ?>"
					<?cs if:o.choisi ?> checked<?cs /if ?>>
				<span>
					<?cs call:opposition_mot(o) ?>
					<?cs if:?o.depuis ?>
						<small class="m">refusé depuis le <?cs var:o.depuis ?></small>
					<?cs /if ?>
				</span>
			</label>
		<?cs /each ?>
	</div>
<?cs /def ?>

<?cs # What a person agreed to, rows of consentements_say(), each with its way out to VERS ?>
<?cs def:accords_liste(vers) ?>
	<?cs if:subcount(accords) ?>
		<ul class="rows">
			<?cs each:a = accords ?>
				<li class="row nw g3">
					<div class="grow">
						<h3>
							<?cs if:a.genre == "charte" ?>Valeurs et charte
							<?cs elif:a.genre == "coordonnees" ?>Coordonnées montrées : <?cs var:a.titre ?>
							<?cs elif:a.genre == "portrait" ?>Portrait dans « <?cs var:a.titre ?> »
							<?cs else ?>Recevoir « <?cs var:a.titre ?> »
							<?cs /if ?>
						</h3>
						<p class="s m">
							<?cs if:?a.jour ?>Le <?cs var:a.jour ?>, <?cs /if ?>
							<?cs if:a.source == "hubspot" ?>
								donné à l’association (base de contacts)
							<?cs else ?>
								donné sur ce site
							<?cs /if ?>
						</p>
						<?cs if:a.mots ?>
							<details class="s">
								<summary class="btn b3">Lire les mots</summary>
								<p class="pre"><?cs var:a.mots ?></p>
							</details>
						<?cs /if ?>
					</div>
					<?cs if:?a.retire && a.retire ?>
						<form method="post" action="<?cs var:url_validate(vers) ?>">
							<?cs call:csrf_seul() ?>
							<input type="hidden" name="accord" value="<?cs var:a.cle ?>">
							<button class="btn b2">
								Retirer<span class="vh"> <?cs var:a.titre ?></span>
							</button>
						</form>
					<?cs /if ?>
				</li>
			<?cs /each ?>
		</ul>
	<?cs else ?>
		<p>Aucun.</p>
	<?cs /if ?>
<?cs /def ?>
