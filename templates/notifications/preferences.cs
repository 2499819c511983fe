<?cs set:Form.frequence.label = "Résumé" ?>
<?cs set:Form.jour.label = "Jour, s’il est chaque semaine" ?>
<?cs set:Form.heure.label = "À quelle heure" ?>
<?cs set:Form.calme_de.label = "Pas de courriel à partir de" ?>
<?cs set:Form.calme_de.facultatif = "1" ?>
<?cs set:Form.calme_a.label = "Jusqu’à" ?>
<?cs set:Form.calme_a.facultatif = "1" ?>
<?cs set:Form.discret.label = "Ne pas mettre le texte des autres personnes dans mes courriels" ?>
<div class="head">
	<div>
		<h1>Être prévenu-e</h1>
		<p>
			Choisissez ce qui vous est dit, et comment. Les liens pour entrer que vous demandez arrivent
			toujours.
		</p>
	</div>
</div>
<nav class="tabs" aria-label="Notifications">
	<a href="/notifications">Ce qui arrive</a>
	<a href="/notifications/preferences"<?cs if:!Sur ?> aria-current="page"<?cs /if ?>>Mes choix</a>
	<a href="/notifications/preferences?sur=agenda"
			<?cs if:Sur == "agenda" ?> aria-current="page"<?cs /if ?>>
		Pour l’agenda
	</a>
	<a href="/notifications/preferences?sur=actualites"
			<?cs if:Sur == "actualites" ?> aria-current="page"<?cs /if ?>>
		Actualités et lettres
	</a>
	<a href="/notifications/suivis">Ce que je suis</a>
</nav>
<?cs call:erreurs() ?>
<form class="stack g6" method="post" action="/notifications/preferences" novalidate>
	<?cs call:csrf() ?>
	<?cs if:Sur ?><input type="hidden" name="sur" value="<?cs var:Sur ?>"><?cs /if ?>
	<section class="scroll" tabindex="0" aria-labelledby="grille">
		<table class="tbl fit">
			<caption class="vh" id="grille">Ce qui m’est dit, et comment</caption>
			<thead>
				<tr>
					<th scope="col">Ce qui arrive</th>
					<th scope="col" id="c-site">Site</th>
					<th scope="col" id="c-courriel">Courriel<small>tout de suite</small></th>
					<th scope="col" id="c-resume">Résumé<small>par courriel</small></th>
				</tr>
			</thead>
			<tbody>
				<?cs each:g = genres ?>
					<tr>
						<th scope="row" id="g-<?cs var:g.nom ?>"><?cs var:g.libelle ?></th>
						<?cs each:c = g.canaux ?>
							<td>
								<label class="ck">
									<input type="checkbox" name="<?cs var:g.nom ?>.<?cs var:c.nom ?>"
										value="1" aria-labelledby="g-<?cs var:g.nom ?> c-<?cs var:c.nom ?>"
										<?cs if:c.choisi ?> checked<?cs /if ?>>
								</label>
							</td>
						<?cs /each ?>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs if:Sur == "actualites" ?>
		<section class="panel stack" aria-labelledby="lettres">
			<h2 id="lettres">Lettres</h2>
			<p class="s m">
				Par courriel, à l’adresse de votre fiche. Celles que vous ne recevez pas restent lisibles
				dans <a href="/lettres">les archives</a>.
			</p>
			<input type="hidden" name="lettres" value="1">
			<?cs set:N = #0 ?>
			<?cs each:s = Sortes ?>
				<?cs if:s.voulue ?><?cs set:N = N + #1 ?><?cs /if ?>
			<?cs /each ?>
			<?cs if:N == #0 ?>
				<p><b>Vous ne recevez aucune lettre.</b> Cochez celles que vous voulez.</p>
			<?cs /if ?>
			<?cs each:s = Sortes ?>
				<label class="ck">
					<input type="checkbox" name="lettre.<?cs var:s.cle ?>" value="1"
						<?cs if:s.voulue ?> checked<?cs /if ?>>
					<span><?cs var:s.titre ?><small class="m"> <?cs var:s.description ?></small></span>
				</label>
			<?cs /each ?>
		</section>
	<?cs /if ?>
	<section class="panel stack" aria-labelledby="quand">
		<h2 id="quand">Quand m’écrire</h2>
		<div class="grid">
			<?cs call:liste("frequence", Frequences, "") ?>
			<?cs call:liste("jour", Jours, "") ?>
			<?cs call:champ("time", "heure", "") ?>
		</div>
		<div class="grid">
			<?cs call:champ("time", "calme_de", "") ?>
			<?cs call:champ("time", "calme_a", "") ?>
		</div>
		<?cs call:case("discret") ?>
	</section>
	<div class="row"><button class="btn">Enregistrer mes choix</button></div>
</form>
