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
					<?cs if:?o.choisi ?> checked<?cs /if ?>>
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
