<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/imports">Imports</a></li>
	</ol>
</nav>
<?cs if:import.etat == "essai" && import.genre == "fichier" ?>
	<ol class="row steps" aria-label="Étapes">
		<li>1. Fichier</li>
		<li>2. Colonnes</li>
		<li aria-current="step">3. Relecture</li>
	</ol>
<?cs /if ?>
<div class="head">
	<div>
		<h1><?cs var:import.nom ?></h1>
		<p>
			<?cs if:import.etat == "essai" ?>Rien n’est encore changé : voici ce qui le serait.
			<?cs elif:import.etat == "applique" ?>Appliqué le <?cs var:import.applique ?>.
			<?cs else ?>Appliqué le <?cs var:import.applique ?>, annulé le <?cs var:import.annule ?>.
			<?cs /if ?>
		</p>
	</div>
</div>
<?cs if:import.laisses > #0 ?>
	<p class="alert warn">
		<?cs call:ic("warn") ?>
		<span>
			<?cs var:import.laisses ?> valeur<?cs if:import.laisses > #1 ?>s ont été laissées telles quelles
			<?cs else ?> a été laissée telle quelle
			<?cs /if ?> : quelqu’un l’avait changée entre-temps, ou vos droits ont changé.
		</span>
	</p>
<?cs /if ?>
<ul class="row g5 stats" aria-label="Bilan">
	<li>
		<b><?cs var:bilan.changees ?></b> <?cs if:import.etat == "essai" ?>à changer
		<?cs else ?>changée<?cs call:s(bilan.changees) ?>
		<?cs /if ?>
	</li>
	<li><b><?cs var:bilan.refusees ?></b> refusée<?cs call:s(bilan.refusees) ?></li>
	<li>
		<b><?cs var:bilan.doublons ?></b> doublon<?cs if:bilan.doublons > #1 ?>s possibles
		<?cs else ?> possible
		<?cs /if ?>
	</li>
	<li><b><?cs var:bilan.pareilles ?></b> sans changement</li>
</ul>
<?cs if:subcount(champs) ?>
	<p class="mt">
		<?cs each:c = champs ?>
			<?cs if:!first(c) ?> ; <?cs /if ?><b><?cs var:c.libelle ?></b> : <?cs if:c.ajoutes > #0 ?>
				<?cs var:c.ajoutes ?> ajout<?cs call:s(c.ajoutes) ?>
				<?cs if:c.changes > #0 || c.effaces > #0 ?>, <?cs /if ?>
			<?cs /if ?>
			<?cs if:c.changes > #0 ?>
				<?cs var:c.changes ?> changement<?cs call:s(c.changes) ?>
				<?cs if:c.effaces > #0 ?>, <?cs /if ?>
			<?cs /if ?>
			<?cs if:c.effaces > #0 ?><?cs var:c.effaces ?> effacement<?cs call:s(c.effaces) ?><?cs /if ?>
		<?cs /each ?>.
	</p>
<?cs /if ?>
<?cs if:bilan.invitees > #0 && import.etat != "annule" ?>
	<p class="alert mt">
		<?cs call:ic("info") ?>
		<span>
			<?cs if:bilan.invitees > #1 ?>
				<?cs var:nb(bilan.invitees) ?> personnes <?cs if:import.etat == "essai" ?>recevront
				<?cs else ?>ont reçu
				<?cs /if ?> une invitation : elles n’entrent dans le groupe que si elles l’acceptent.
			<?cs else ?>
				Une personne <?cs if:import.etat == "essai" ?>recevra<?cs else ?>a reçu<?cs /if ?> une
				invitation : elle n’entre dans le groupe que si elle l’accepte.
			<?cs /if ?>
		</span>
	</p>
<?cs /if ?>
<?cs if:import.etat == "essai" ?>
	<div class="row mt">
		<?cs if:bilan.changees > #0 && Import.mien ?>
			<form method="post" action="/imports/<?cs var:import.id ?>/appliquer">
				<?cs call:csrf() ?>
				<button class="btn">
					Changer <?cs var:nb(bilan.changees) ?> fiche<?cs call:s(bilan.changees) ?>
				</button>
			</form>
		<?cs /if ?>
		<?cs if:import.genre == "fichier" ?>
			<a class="btn b2" href="/imports/<?cs var:import.id ?>/colonnes">Revoir les colonnes</a>
		<?cs /if ?>
		<?cs if:Import.mien ?>
			<form method="post" action="/imports/<?cs var:import.id ?>/jeter">
				<?cs call:csrf() ?><button class="btn b3">Abandonner</button>
			</form>
		<?cs /if ?>
	</div>
<?cs elif:import.annulable ?>
	<section class="panel stack read mt" aria-labelledby="annuler">
		<h2 id="annuler">Revenir en arrière</h2>
		<p>
			Jusqu’au <?cs var:import.jusqu_au ?>, chaque fiche peut reprendre ce qu’elle contenait. Ce qui a
			été changé depuis par quelqu’un ne sera pas touché.
		</p>
		<form method="post" action="/imports/<?cs var:import.id ?>/annuler">
			<?cs call:csrf() ?>
			<button class="btn b2"><?cs call:ic("history") ?> Annuler ces changements</button>
		</form>
	</section>
<?cs /if ?>
<nav class="seg mt" aria-label="Lignes à montrer">
	<?cs each:v = vues ?>
		<a href="<?cs var:url_validate(v.url) ?>"<?cs if:v.ici ?> aria-current="true"<?cs /if ?>>
			<?cs if:v.cle == "changees" && import.etat != "essai" ?>Changées
			<?cs else ?><?cs var:v.titre ?>
			<?cs /if ?> <span class="m"><?cs var:v.n ?></span>
		</a>
	<?cs /each ?>
</nav>
<?cs if:subcount(items) ?>
	<section class="scroll mt" tabindex="0" aria-labelledby="lignes">
		<table class="tbl">
			<caption class="vh" id="lignes">Lignes du fichier</caption>
			<thead>
				<tr>
					<th scope="col" class="r opt">Ligne</th>
					<th scope="col">Personne</th>
					<th scope="col">
						<?cs if:Vue == "changees" ?>
							<?cs if:import.etat == "essai" ?>Ce qui change
							<?cs else ?>Ce qui a changé
							<?cs /if ?>
						<?cs else ?>
							Pourquoi
						<?cs /if ?>
					</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:l = items ?>
					<tr>
						<td class="r opt"><?cs var:l.numero ?></td>
						<th scope="row">
							<?cs if:l.contact_id ?>
								<a class="who" href="/contacts/<?cs var:l.contact_id ?>">
									<?cs var:l.prenom ?> <?cs var:l.nom ?>
								</a>
							<?cs else ?>
								<?cs var:l.extrait ?>
							<?cs /if ?>
						</th>
						<td>
							<?cs if:subcount(l.changements) ?>
								<ul class="stack g1">
									<?cs each:c = l.changements ?>
										<li>
											<b><?cs var:c.champ ?></b> : <?cs if:c.avant ?>
												<del><?cs var:c.avant ?></del> → <?cs /if ?>
											<?cs if:c.apres ?><ins><?cs var:c.apres ?></ins>
											<?cs else ?>effacé
											<?cs /if ?>
											<?cs if:c.invitee && !c.laisse ?> <span class="tag">
												<?cs if:import.etat == "essai" ?>recevra une invitation
												<?cs else ?>invitation envoyée
												<?cs /if ?> : <?cs var:c.invitee ?>
											</span><?cs /if ?>
											<?cs if:c.laisse ?> <span class="tag warn">laissé tel quel</span>
											<?cs /if ?>
										</li>
									<?cs /each ?>
								</ul>
							<?cs else ?>
								<?cs var:l.message ?>
							<?cs /if ?>
						</td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs call:suite(Pager) ?>
	<?cs if:?Export.xlsx ?>
		<p class="row mt">
			<a class="btn b3" href="<?cs var:url_validate(Export.xlsx) ?>">
				<?cs call:ic("get") ?> Ces lignes en .xlsx
			</a>
			<a class="btn b3" href="<?cs var:url_validate(Export.csv) ?>">en .csv</a>
		</p>
	<?cs /if ?>
<?cs else ?>
	<p class="mt m">Aucune ligne de cette sorte.</p>
<?cs /if ?>
