<div class="door stack g5">
	<?cs if:?note.heure ?>
		<div class="empty">
			<?cs call:ic("check") ?>
			<h1>
				Bienvenue<?cs if:note.prenom ?> <?cs var:note.prenom ?><?cs /if ?>, votre arrivée est notée
			</h1>
			<p><?cs var:date.titre ?>, à <?cs var:note.heure ?>.</p>
		</div>
		<?cs if:date.vu ?>
			<div class="grid">
				<a class="btn" href="/agenda/<?cs var:date.evenement_id ?>">Voir l’événement</a>
			</div>
		<?cs /if ?>
		<?cs if:note.present_par == #0 ?>
			<form class="grid" method="post" action="/agenda/pointer/<?cs var:Code.texte ?>">
				<?cs call:csrf() ?>
				<button class="btn b2" name="faire" value="retirer">Ce n’est pas moi</button>
			</form>
		<?cs /if ?>
	<?cs else ?>
		<div class="empty">
			<?cs call:ic("check") ?>
			<h1>Merci</h1>
			<p>
				Si « <?cs var:dit ?> » est sur la liste <?cs var:de(date.titre) ?>, l’arrivée est notée. Vous
				n’étiez pas inscrit-e ? Dites votre nom à l’équipe, à l’entrée.
			</p>
		</div>
		<p class="row">
			<a class="btn b2" href="/agenda/pointer/<?cs var:Code.texte ?>">Pointer quelqu’un d’autre</a>
		</p>
	<?cs /if ?>
	<p class="s m">
		Rien à installer, rien de suivi : seule l’heure d’arrivée est gardée. <a href="/public/donnees">
			Vos données
		</a>
	</p>
</div>
