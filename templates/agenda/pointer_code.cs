<div class="door stack g5">
	<div class="stack g2">
		<h1>Pointer mon arrivée</h1>
		<?cs if:?Code.faux ?>
			<?cs call:alerte("warn", "Ce code n’ouvre rien en ce moment. Il vaut d’une heure avant à une heure
				après l’événement : vérifiez-le, ou dites votre nom à l’équipe.") ?>
		<?cs else ?>
			<p class="m">Le code est affiché à l’entrée de l’événement.</p>
		<?cs /if ?>
	</div>
	<form class="stack g3" method="get" action="/agenda/pointer">
		<div class="f">
			<label for="f-code">Code, par exemple 7QK2-93MT</label>
			<input type="text" id="f-code" name="code" maxlength="20" autocomplete="off"
				autocapitalize="characters" spellcheck="false" required>
		</div>
		<button class="btn">Continuer</button>
	</form>
</div>
