<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Priorités des groupes</h1>
		<p><?cs var:nb(total) ?> groupes, avec leur dernière et leur prochaine action.</p>
	</div>
	<div class="row">
		<a class="btn b2" href="<?cs var:url_validate(Csv) ?>"><?cs call:ic("get") ?> CSV</a>
		<a class="btn b2" href="<?cs var:url_validate(Xlsx) ?>"><?cs call:ic("get") ?> Excel</a>
	</div>
</div>
<nav class="seg" aria-label="Type de groupe">
	<a href="/groupes/priorites"<?cs if:Type == "" ?> aria-current="true"<?cs /if ?>>Tous</a>
	<?cs each:t = Types ?>
		<a href="<?cs var:url_validate(t.url) ?>"<?cs if:t.ici ?> aria-current="true"<?cs /if ?>>
			<?cs var:t.libelle ?>
		</a>
	<?cs /each ?>
</nav>
<section class="scroll mt" tabindex="0" aria-label="Priorités des groupes">
	<table class="tbl">
		<caption class="vh">Priorités, dernière et prochaine action de chaque groupe</caption>
		<thead>
			<tr>
				<th scope="col">Groupe</th>
				<th scope="col">Priorités</th>
				<th scope="col">Dernière action</th>
				<th scope="col">Prochaine action</th>
			</tr>
		</thead>
		<tbody>
			<?cs each:g = items ?>
				<tr>
					<th scope="row"><a href="/groupes/<?cs var:g.id ?>"><?cs var:g.titre ?></a></th>
					<td>
						<?cs if:subcount(g.liste) ?>
							<?cs each:p = g.liste ?>
								<?cs if:!first(p) ?><br><?cs /if ?><?cs var:p ?>
							<?cs /each ?>
						<?cs else ?>
							<span class="m">Non dites</span>
						<?cs /if ?>
					</td>
					<td>
						<?cs if:?g.derniere_quoi ?>
							<?cs var:g.derniere_quoi ?><br><small><?cs var:g.derniere_jour ?></small>
						<?cs /if ?>
					</td>
					<td>
						<?cs if:?g.prochaine_quoi ?>
							<?cs var:g.prochaine_quoi ?>
							<?cs if:?g.prochaine_jour ?>
								<br>
								<small><?cs var:g.prochaine_jour ?></small>
							<?cs /if ?>
						<?cs /if ?>
					</td>
				</tr>
			<?cs /each ?>
		</tbody>
	</table>
</section>
<?cs call:pager(Pager) ?>
