<?cs # The block "Près de chez vous" of a letter, for one département. ?>
<div style="font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5;
	color:#22261e">
	<h2 style="margin:8px 0 8px;font:600 20px/1.3 Georgia,serif">Près de chez vous</h2>
	<?cs if:subcount(Pres.proches) ?>
		<ul style="margin:0;padding-left:20px">
			<?cs each:e = Pres.proches ?>
				<li style="margin:0 0 8px">
					<a class="l" href="<?cs var:url_validate(e.lien) ?>" style="color:#35690f">
						<?cs var:e.titre ?>
					</a>
					<br>
					<?cs var:e.quand ?><?cs if:e.lieu ?>, <?cs var:e.lieu ?><?cs /if ?>
				</li>
			<?cs /each ?>
		</ul>
	<?cs else ?>
		<p style="margin:0">
			Rien n’est prévu tout près dans les prochaines semaines. Ailleurs et en ligne, <a class="l"
				href="<?cs var:url_validate(Pres.agenda) ?>" style="color:#35690f">tout est dans l’agenda</a>.
		</p>
	<?cs /if ?>
</div>
