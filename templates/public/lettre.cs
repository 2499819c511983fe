<div class="head">
	<div>
		<h1><?cs if:?depart.fait ?>C’est fait<?cs else ?>Se désinscrire<?cs /if ?></h1>
	</div>
</div>
<div class="stack read">
	<?cs if:?depart.fait ?>
		<?cs call:alerte("ok", "Cette adresse ne recevra plus cette lettre.") ?>
		<p>
			<b><?cs var:depart.titre ?></b>, à l’adresse <?cs var:depart.adresse ?>. Un courriel vient d’y
			être envoyé : il permet de tout remettre comme avant.
		</p>
		<p>
			Les autres courriels, comme un lien pour entrer ou ce qui concerne vos rendez-vous, continuent
			d’arriver.
		</p>
		<p class="row">
			<a class="btn b2" href="/notifications/preferences?sur=actualites">Voir tous mes choix</a>
		</p>
	<?cs else ?>
		<p>
			<b><?cs var:depart.titre ?></b>, à l’adresse <?cs var:depart.adresse ?>.
		</p>
		<form class="stack" method="post" action="/public/lettres/<?cs var:depart.jeton ?>">
			<?cs set:N = #0 ?>
			<?cs each:s = Sortes ?>
				<?cs if:s.cle != depart.sorte && s.voulue ?><?cs set:N = N + #1 ?><?cs /if ?>
			<?cs /each ?>
			<?cs if:N > #0 ?>
				<fieldset class="stack">
					<legend>Ne plus recevoir non plus</legend>
					<?cs each:s = Sortes ?>
						<?cs if:s.cle != depart.sorte && s.voulue ?>
							<label class="ck">
								<input type="checkbox" name="sorte" value="<?cs var:s.cle ?>">
								<?cs var:s.titre ?>
							</label>
						<?cs /if ?>
					<?cs /each ?>
				</fieldset>
			<?cs /if ?>
			<div class="row"><button class="btn">Ne plus recevoir cette lettre</button></div>
		</form>
		<p class="s m">
			Les autres courriels, comme un lien pour entrer ou ce qui concerne vos rendez-vous, continueront
			d’arriver.
		</p>
	<?cs /if ?>
</div>
