<?cs include:"agenda/barre.cs" ?>

<?cs def:heure_de(s) ?>
	<?cs if:s.annule ?>Annulé<?cs elif:s.heure ?><?cs var:s.heure ?><?cs else ?>Journée<?cs /if ?>
<?cs /def ?>

<div class="head">
	<div>
		<h1><?cs var:Titre ?></h1>
		<p><?cs var:Total.texte ?> date<?cs call:s(Total) ?> cette semaine.</p>
	</div>
	<div class="row">
		<a class="ib" href="<?cs var:url_validate(Avant.url) ?>" rel="prev">
			<?cs call:ic("left") ?><span class="vh">Semaine précédente</span>
		</a>
		<a class="btn b2" href="<?cs var:url_validate(Aujourdhui) ?>">Aujourd’hui</a>
		<a class="ib" href="<?cs var:url_validate(Apres.url) ?>" rel="next">
			<?cs call:ic("right") ?><span class="vh">Semaine suivante</span>
		</a>
	</div>
</div>
<div class="row g2">
	<?cs call:portees() ?>
	<?cs call:filtres(0) ?>
	<?cs call:presentations("semaine") ?>
</div>
<?cs call:filtres_actifs() ?>
<?cs if:Total > #0 ?>
	<ol class="week">
		<?cs each:j = Jours ?>
			<li<?cs if:?j.aujourdhui ?> aria-current="date"<?cs /if ?>>
				<h2><?cs var:j.libelle ?></h2>
				<?cs if:j.total > #0 ?>
					<ul class="stack g1">
						<?cs each:s = j.seances ?>
							<li>
								<a class="h<?cs var:s.teinte ?>" href="<?cs var:url_validate(s.url) ?>">
									<b><?cs call:heure_de(s) ?></b> <?cs var:s.titre ?>
									<?cs if:s.lieu ?><br><small><?cs var:s.lieu ?></small><?cs /if ?>
									<?cs if:s.mien ?><br><?cs call:ic("check") ?> Je participe<?cs /if ?>
								</a>
							</li>
						<?cs /each ?>
					</ul>
				<?cs else ?>
					<p class="s m">Rien</p>
				<?cs /if ?>
				<?cs if:?j.autres ?>
					<p class="s"><a href="<?cs var:url_validate(j.url) ?>">Tout ce jour</a></p>
				<?cs /if ?>
			</li>
		<?cs /each ?>
	</ol>
<?cs else ?>
	<?cs call:rien("Rien cette semaine") ?>
<?cs /if ?>
