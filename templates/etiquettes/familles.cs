<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/etiquettes">Étiquettes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Familles d’étiquettes</h1>
		<p>Une famille donne sa couleur aux étiquettes, et dit qui peut en créer.</p>
	</div>
	<a class="btn" href="/etiquettes/familles/nouvelle"><?cs call:ic("plus") ?> Nouvelle famille</a>
</div>
<section class="scroll" tabindex="0" aria-labelledby="fam">
	<table class="tbl">
		<caption class="vh" id="fam">Familles</caption>
		<thead>
			<tr>
				<th scope="col">Famille</th>
				<th scope="col">Qui peut créer</th>
				<th scope="col" class="r">Étiquettes</th>
			</tr>
		</thead>
		<tbody>
			<?cs each:f = items ?>
				<tr>
					<th scope="row">
						<a class="tag h<?cs var:f.teinte ?>" href="/etiquettes/familles/<?cs var:f.id ?>">
							<?cs var:f.nom ?>
						</a>
					</th>
					<td><?cs var:f.qui ?></td>
					<td class="r"><?cs var:f.etiquettes ?></td>
				</tr>
			<?cs /each ?>
		</tbody>
	</table>
</section>
