<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Segments</h1>
		<p>
			Un segment est une liste de personnes décrite par des conditions, gardée sous un nom. Il est
			recalculé chaque fois que l’on s’en sert.
		</p>
	</div>
	<a class="btn" href="/annuaire/segments/nouveau"><?cs call:ic("plus") ?> Nouveau segment</a>
	<?cs if:subcount(items) ?><?cs call:exporter("/annuaire/segments", "") ?><?cs /if ?>
</div>
<?cs if:subcount(items) ?>
	<section class="scroll" tabindex="0" aria-labelledby="liste">
		<table class="tbl">
			<caption class="vh" id="liste">Segments que vous pouvez utiliser</caption>
			<thead>
				<tr>
					<th scope="col">Segment</th>
					<th scope="col" class="r">Personnes</th>
					<th scope="col" class="opt">Partage</th>
					<th scope="col" class="opt">Dernier usage</th>
					<th scope="col"><span class="vh">Modifier</span></th>
				</tr>
			</thead>
			<tbody>
				<?cs each:s = items ?>
					<tr>
						<th scope="row">
							<a href="<?cs var:url_validate(s.url) ?>"><?cs var:s.titre ?></a>
							<?cs if:s.description ?> <small><?cs var:s.description ?></small><?cs /if ?>
							<?cs if:?s.manque ?> <span class="tag warn">
								À revoir
							</span> <small><?cs var:s.manque ?></small><?cs /if ?>
						</th>
						<td class="r">
							<?cs if:?s.beaucoup ?>plus de 10 000<?cs else ?><?cs var:s.nombre ?><?cs /if ?>
						</td>
						<td class="opt">
							<?cs if:s.partage_genre == "prive" ?>
								Vous seul-e
							<?cs else ?>
								<?cs if:s.partage_genre == "siege" ?>
									Équipe salariée
								<?cs elif:s.partage_genre == "tous" ?>
									Tout le monde
								<?cs elif:s.partage_genre == "coordination" ?>
									Coordination, <?cs var:s.partage_groupe ?>
								<?cs else ?>
									Membres, <?cs var:s.partage_groupe ?>
								<?cs /if ?>
								<?cs if:!s.mien && s.auteur ?> <small>par <?cs var:s.auteur ?></small>
								<?cs /if ?>
							<?cs /if ?>
						</td>
						<td class="opt">
							<?cs if:?s.utilise ?><?cs var:s.utilise ?>
							<?cs else ?><span class="m">jamais</span>
							<?cs /if ?>
						</td>
						<td class="row">
							<?cs if:?Partout ?>
								<a class="btn b3" href="/messages/groupe?segment=<?cs var:s.id ?>">
									<?cs call:ic("msg") ?> Écrire<span class="vh">, <?cs var:s.titre ?></span>
								</a>
							<?cs /if ?>
							<a class="btn b3" href="/annuaire/segments/<?cs var:s.id ?>">
								<?cs if:s.mien ?><?cs call:ic("pen") ?> Modifier
								<?cs else ?>Conditions
								<?cs /if ?><span class="vh"> <?cs var:de(s.titre) ?></span>
							</a>
						</td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs call:suite(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("filter") ?>
		<h2>Aucun segment</h2>
		<p>Filtrez l’annuaire puis choisissez « Garder ce segment », ou composez des conditions ici.</p>
		<p><a class="btn b2" href="/annuaire/segments/nouveau">Nouveau segment</a></p>
	</div>
<?cs /if ?>
