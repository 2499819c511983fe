<?cs include:"admin/demande_mots.cs" ?>
<div class="head">
	<div>
		<h1>Demandes des personnes</h1>
		<p>
			Accès, rectification, effacement : un mois pour répondre.
			<?cs if:Demandes.ouvertes == "0" ?>Aucune n’est ouverte.
			<?cs elif:Demandes.ouvertes == "1" ?>Une est ouverte.
			<?cs else ?><?cs var:Demandes.ouvertes.texte ?> sont ouvertes.
			<?cs /if ?>
		</p>
	</div>
	<div class="row">
		<a class="btn b2" href="/admin/demandes/nouvelle"><?cs call:ic("plus") ?> Noter une demande</a>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<div class="cols">
	<div class="stack g6">
		<?cs if:?Demande.id ?><?cs include:"admin/demande_corps.cs" ?>
		<?cs else ?>
			<section class="empty">
				<?cs call:vide("flag", "Rien n’attend",
					"Ce que chacun demande depuis son compte arrive ici de lui-même.") ?>
			</section>
		<?cs /if ?>
		<?cs if:subcount(demandes) > #1 || (!?Demande.id && subcount(demandes)) ?>
			<section aria-labelledby="au">
				<h2 class="ttl" id="au">Les autres</h2>
				<ul class="rows">
					<?cs each:d = demandes ?>
						<?cs if:d.id != Demande.id ?>
							<li class="hit row nw g3">
								<?cs call:av(d) ?>
								<div class="grow">
									<h3>
										<a href="/admin/demandes/<?cs var:d.id ?>">
											<?cs call:droit(d.genre) ?>, <?cs call:demande_qui(d) ?>
										</a>
									</h3>
									<p class="s m">
										Reçue le <?cs var:d.recue ?>. <?cs call:demande_etape(d.etape) ?>
									</p>
								</div>
								<p class="r"><?cs call:demande_reste(d) ?></p>
							</li>
						<?cs /if ?>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<?cs call:exporter("/admin/demandes", "") ?>
	</div>
	<?cs include:"admin/demande_cote.cs" ?>
</div>
