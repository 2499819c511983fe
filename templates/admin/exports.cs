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
				<th scope="col" class="r">Lignes</th>
				<th scope="col">Tableau</th>
			</tr>
		</thead>
		<tbody>
			<?cs each:i = items ?>
				<tr>
					<th scope="row"><?cs var:i.titre ?></th>
					<td class="r"><?cs var:i.dit ?></td>
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
<section class="panel stack mt" aria-labelledby="ecrans">
	<h2 id="ecrans">Depuis leur propre page</h2>
	<p>Ces listes s’emportent avec leurs filtres.</p>
	<ul class="rows">
		<li class="hit">
			<p class="q"><a href="/annuaire">Personnes</a></p>
		</li>
		<li class="hit">
			<p class="q"><a href="/groupes">Groupes</a>, et leurs membres depuis chacun</p>
		</li>
		<li class="hit">
			<p class="q"><a href="/agenda">Agenda</a>, et les inscrit-e-s depuis chaque événement</p>
		</li>
		<li class="hit">
			<p class="q"><a href="/actualites">Actualités</a></p>
		</li>
		<li class="hit">
			<p class="q"><a href="/lettres">Lettres d’info parties</a></p>
		</li>
		<li class="hit">
			<p class="q"><a href="/annuaire/segments">Segments</a></p>
		</li>
		<li class="hit">
			<p class="q"><a href="/etiquettes">Étiquettes</a></p>
		</li>
		<li class="hit">
			<p class="q"><a href="/imports">Imports</a></p>
		</li>
	</ul>
</section>
