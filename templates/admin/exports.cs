<div class="head">
	<div>
		<h1>Emporter les données</h1>
		<p>
			Chaque tableau est ce que vous voyez à cet instant, une ligne par élément, en .csv ou en .xlsx. Le
			journal garde qui l’a pris. Les messages entre personnes n’y sont pas.
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<section class="scroll" tabindex="0" aria-labelledby="exports">
	<table class="tbl fit">
		<caption class="vh" id="exports">Ce qui s’emporte</caption>
		<thead>
			<tr>
				<th scope="col">Quoi</th>
				<th scope="col">Lignes</th>
				<th scope="col">Tableau</th>
			</tr>
		</thead>
		<tbody>
			<?cs each:i = items ?>
				<tr>
					<th scope="row"><?cs var:i.titre ?></th>
					<td><?cs var:i.dit ?></td>
					<td class="row">
						<a class="btn b3" href="/admin/exports/<?cs var:i.nom ?>.csv">
							.csv<span class="vh">, <?cs var:i.titre ?></span>
						</a>
						<a class="btn b3" href="/admin/exports/<?cs var:i.nom ?>.xlsx">
							.xlsx<span class="vh">, <?cs var:i.titre ?></span>
						</a>
					</td>
				</tr>
			<?cs /each ?>
		</tbody>
	</table>
</section>
<section class="panel stack" aria-labelledby="ecrans">
	<h2 id="ecrans">Depuis leur propre page</h2>
	<p>Ces listes s’emportent avec leurs filtres.</p>
	<ul class="stack g1">
		<li><a href="/annuaire">Personnes</a></li>
		<li><a href="/groupes">Groupes</a>, et leurs membres depuis chacun</li>
		<li><a href="/agenda">Agenda</a>, et les inscrit-e-s depuis chaque événement</li>
		<li><a href="/actualites">Actualités</a></li>
		<li><a href="/lettres">Lettres d’info parties</a></li>
		<li><a href="/annuaire/segments">Segments</a></li>
		<li><a href="/etiquettes">Étiquettes</a></li>
		<li><a href="/imports">Imports</a></li>
	</ul>
</section>
