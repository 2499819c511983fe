<?cs set:Form.fichier.label = "Fichier .xlsx ou .csv" ?>
<div class="head">
	<div>
		<h1>Imports</h1>
		<p>
			Un tableau pour compléter plusieurs fiches d’un coup. Rien ne change avant que vous ayez relu, et
			tout peut être repris pendant 30 jours.
		</p>
	</div>
	<?cs if:total > #0 ?><?cs call:exporter("/imports", "") ?><?cs /if ?>
</div>
<?cs call:erreurs() ?>
<div class="cols">
	<div class="stack g6">
		<section aria-labelledby="nouveau">
			<h2 class="ttl" id="nouveau">Importer un fichier</h2>
			<form class="stack" method="post" action="/imports" enctype="multipart/form-data">
				<?cs call:csrf() ?>
				<div class="f">
					<label for="f-fichier">Fichier .xlsx ou .csv</label>
					<p class="hint" id="h-fichier">
						Rempli à partir d’un <a href="#modele">modèle</a>, ou le vôtre. 25 Mo et 200 000
						lignes au plus. Encodage et séparateur sont reconnus.
					</p>
					<input type="file" id="f-fichier" name="fichier" accept=".xlsx,.csv,.txt,.tsv" required
						aria-describedby="h-fichier<?cs if:?Form.fichier.error ?> e-fichier<?cs /if ?>"
						<?cs if:?Form.fichier.error ?> aria-invalid="true"<?cs /if ?>>
					<?cs call:_erreur("fichier") ?>
				</div>
				<p><button class="btn"><?cs call:ic("put") ?> Envoyer le fichier</button></p>
			</form>
		</section>
		<?cs if:subcount(items) ?>
			<section aria-labelledby="liste">
				<h2 class="ttl" id="liste">Imports et changements en nombre</h2>
				<div class="scroll" tabindex="0" role="group" aria-labelledby="liste">
					<table class="tbl">
						<caption class="vh">Imports et changements en nombre</caption>
						<thead>
							<tr>
								<th scope="col">Fichier ou liste</th>
								<th scope="col">État</th>
								<th scope="col" class="r opt">Lignes</th>
								<th scope="col" class="r opt">Personnes changées</th>
							</tr>
						</thead>
						<tbody>
							<?cs each:i = items ?>
								<tr>
									<th scope="row">
										<a class="who" href="/imports/<?cs var:i.dossier ?><?cs var:i.id ?>">
											<span>
												<?cs var:i.nom ?> <small>
													<?cs var:i.quand ?>, <?cs var:i.auteur ?>
												</small>
											</span>
										</a>
									</th>
									<td>
										<span class="tag<?cs if:i.etat == "applique" ?> ok
													<?cs elif:i.etat == "essai" || i.etat == "lu" ?> warn
													<?cs /if ?>">
											<?cs var:i.etat_nom ?>
										</span>
									</td>
									<td class="r opt"><?cs var:i.lignes ?></td>
									<td class="r opt"><?cs var:i.changees ?></td>
								</tr>
							<?cs /each ?>
						</tbody>
					</table>
				</div>
			</section>
		<?cs /if ?>
	</div>
	<aside class="stack g5">
		<section class="panel stack" aria-labelledby="modele">
			<h2 id="modele">Partir d’un modèle</h2>
			<p class="s">
				Les colonnes que vous pouvez remplir, une ligne d’aide et un exemple. Les lignes qui
				commencent par # ne sont pas lues.
			</p>
			<p class="row">
				<a class="btn b2" href="/imports/modele.xlsx"><?cs call:ic("get") ?> Modèle .xlsx</a>
				<a class="btn b3" href="/imports/modele.csv">Modèle .csv</a>
			</p>
			<p class="s">Un export de l’annuaire convient aussi : corrigez-le, puis rapportez-le ici.</p>
			<p><a class="btn b3" href="/aide/imports"><?cs call:ic("help") ?> Lire le guide</a></p>
		</section>
		<?cs if:Reprise ?>
			<section class="panel stack" aria-labelledby="existant">
				<h2 id="existant">Reprendre l’existant</h2>
				<p class="s">Groupes, membres et événements d’avant Essaim, depuis des modèles.</p>
				<p><a class="btn b2" href="/imports/reprise">Reprendre l’existant</a></p>
			</section>
		<?cs /if ?>
		<section class="panel stack" aria-labelledby="limites">
			<h2 id="limites">Ce qu’un import ne fait pas</h2>
			<ul class="s stack g1">
				<li>Créer une personne : cela se fait dans HubSpot.</li>
				<li>Changer ce qui vient de HubSpot : ces colonnes sont comparées, jamais écrites.</li>
				<li>Changer une fiche que vous ne pourriez pas modifier à la main.</li>
			</ul>
		</section>
	</aside>
</div>
