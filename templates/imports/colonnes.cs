<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/imports">Imports</a></li>
	</ol>
</nav>
<ol class="row steps" aria-label="Étapes">
	<li>1. Fichier</li>
	<li aria-current="step">2. Colonnes</li>
	<li>3. Relecture</li>
</ol>
<div class="head">
	<div>
		<h1>Relier les colonnes</h1>
		<p>
			<?cs var:import.nom ?>, <?cs var:nb(import.lignes) ?> ligne<?cs call:s(import.lignes) ?>.
			Dites ce que contient chaque colonne ; vos choix seront proposés la prochaine fois.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack g5" method="post" action="/imports/<?cs var:import.id ?>/colonnes">
	<?cs call:csrf() ?>
	<section class="scroll" tabindex="0" aria-labelledby="cols">
		<table class="tbl">
			<caption class="vh" id="cols">Colonnes du fichier</caption>
			<thead>
				<tr>
					<th scope="col">Colonne</th>
					<th scope="col" class="opt">Premières valeurs</th>
					<th scope="col">Contient</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:c = Colonnes ?>
					<tr>
						<th scope="row"><?cs var:c.entete ?></th>
						<td class="opt m s">
							<?cs each:e = c.exemples ?>
								<?cs if:!first(e) ?> · <?cs /if ?><?cs var:e ?>
							<?cs /each ?>
						</td>
						<td>
							<?cs if:subcount(c.options) ?>
								<label class="vh" for="c<?cs var:c.rang ?>">
									<?cs var:c.entete ?> contient
								</label>
								<select id="c<?cs var:c.rang ?>" name="c<?cs var:c.rang ?>">
									<option value="">Ne pas importer</option>
									<?cs each:o = c.options ?>
										<option value="<?cs var:o.valeur ?>"
												<?cs if:o.choisi ?> selected<?cs /if ?>>
											<?cs var:o.libelle ?>
										</option>
									<?cs /each ?>
								</select>
							<?cs elif:c.cible ?>
								<label class="ck">
									<input type="checkbox" name="c<?cs var:c.rang ?>"
										value="<?cs var:c.cle ?>" checked>
									<span>
										<?cs var:c.cible ?> <small>
											<?cs if:c.role == "cle" ?>dit de qui parle la ligne
											<?cs elif:c.role == "crm" ?>comparé, jamais changé
											<?cs /if ?>
										</small>
									</span>
								</label> <a class="btn b3" href="<?cs var:url_validate(c.relier) ?>">
									Relier autrement<span class="vh"> <?cs var:c.entete ?></span>
								</a>
							<?cs else ?>
								<span class="m">
									Ne sera pas importée
								</span> <a class="btn b3" href="<?cs var:url_validate(c.relier) ?>">
									Relier<span class="vh"> <?cs var:c.entete ?></span>
								</a>
							<?cs /if ?>
						</td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs each:c = Gardees ?>
		<?cs if:c.cle ?><input type="hidden" name="c<?cs var:c.rang ?>" value="<?cs var:c.cle ?>"><?cs /if ?>
	<?cs /each ?>
	<?cs if:?Suite || ?Debut ?>
		<div class="row">
			<p class="grow">
				Et <?cs var:Gardees ?> autre<?cs call:s(Gardees) ?> colonne<?cs call:s(Gardees) ?>,
				telle<?cs call:s(Gardees) ?> qu’elle<?cs if:Gardees > #1 ?>s ont<?cs else ?> a<?cs /if ?> été
				reconnue<?cs call:s(Gardees) ?>.
			</p>
			<?cs if:?Debut ?>
				<a class="btn b3" href="<?cs var:url_validate(Debut) ?>">Revoir les premières</a>
			<?cs /if ?>
			<?cs if:?Suite ?>
				<a class="btn b3" href="<?cs var:url_validate(Suite) ?>">Revoir les suivantes</a>
			<?cs /if ?>
		</div>
	<?cs /if ?>
	<fieldset>
		<legend>Champs à plusieurs valeurs (étiquettes, compétences…)</legend>
		<label class="ck">
			<input type="radio" name="mode" value="1"<?cs if:Form.mode.value != #2 ?> checked<?cs /if ?>>
			<span>Ajouter les valeurs du fichier à celles de la fiche</span>
		</label>
		<label class="ck">
			<input type="radio" name="mode" value="2"<?cs if:Form.mode.value == #2 ?> checked<?cs /if ?>>
			<span>Remplacer celles de la fiche</span>
		</label>
	</fieldset>
	<fieldset>
		<legend>Cases vides</legend>
		<label class="ck">
			<input type="checkbox" name="efface" value="1"<?cs if:Form.efface.value ?> checked<?cs /if ?>>
			<span>
				Une case vide efface ce que la fiche
				contient. <small>Sans cela, une case vide ne change rien.</small>
			</span>
		</label>
	</fieldset>
	<div class="row">
		<button class="btn">Essayer sans rien changer</button>
		<a class="btn b3" href="/imports">Plus tard</a>
	</div>
	<p class="hint">Un fichier de 100 000 lignes demande jusqu’à une minute.</p>
</form>
