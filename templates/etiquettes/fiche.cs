<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li>
			<?cs if:User.level >= #3 ?><a href="/etiquettes">Étiquettes</a><?cs else ?>Étiquettes<?cs /if ?>
		</li>
	</ol>
</nav>
<div class="head">
	<div class="stack g2">
		<h1><?cs var:etiquette.nom ?></h1>
		<p class="row">
			<span class="tag h<?cs var:etiquette.teinte ?>"><?cs var:etiquette.famille ?></span>
			<span><?cs var:nb(total) ?> fiche<?cs call:s(total) ?> que vous pouvez voir</span>
		</p>
	</div>
	<?cs if:Droits.modifie ?>
		<div class="row">
			<a class="btn b2" href="/etiquettes/<?cs var:etiquette.id ?>/modifier">
				<?cs call:ic("pen") ?> Modifier
			</a>
			<a class="btn b3" href="/etiquettes/<?cs var:etiquette.id ?>/fusionner">
				Fusionner avec une autre
			</a>
		</div>
	<?cs /if ?>
</div>
<?cs if:Droits.modifie && subcount(Proches) ?>
	<div class="alert warn">
		<?cs call:ic("warn") ?>
		<div>
			<p>Une autre étiquette lui ressemble. Si c’est la même idée, fusionnez-les :</p>
			<ul>
				<?cs each:p = Proches ?>
					<li><a href="<?cs var:url_validate(p.fusion) ?>"><?cs var:p.nom ?></a></li>
				<?cs /each ?>
			</ul>
		</div>
	</div>
<?cs /if ?>
<?cs if:subcount(items) ?>
	<div class="row mt">
		<a class="btn b3" href="<?cs var:url_validate(Annuaire) ?>">Voir les personnes dans l’annuaire</a>
		<?cs set:Export.p = "/etiquettes/" + etiquette.id ?>
		<?cs call:exporter(Export.p, "") ?>
	</div>
	<section class="scroll" tabindex="0" aria-labelledby="porteurs">
		<table class="tbl">
			<caption class="vh" id="porteurs">Fiches qui portent cette étiquette</caption>
			<thead>
				<tr>
					<th scope="col">Nom</th>
					<th scope="col">Nature</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:o = items ?>
					<tr>
						<th scope="row">
							<?cs if:?o.url ?>
								<a class="who" href="<?cs var:url_validate(o.url) ?>"><?cs var:o.titre ?></a>
							<?cs else ?>
								<?cs var:o.titre ?>
							<?cs /if ?>
						</th>
						<td><?cs var:o.genre_nom ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs call:suite(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("tag") ?>
		<h2>Rien ne porte cette étiquette</h2>
		<p>Posez-la depuis la fiche d’une personne ou d’un groupe, ou sur toute une liste de l’annuaire.</p>
		<?cs if:Droits.modifie && etiquette.utilisations == #0 ?>
			<form method="post" action="/etiquettes/<?cs var:etiquette.id ?>/supprimer">
				<?cs call:csrf() ?><button class="btn bad">Supprimer cette étiquette</button>
			</form>
		<?cs /if ?>
	</div>
<?cs /if ?>
