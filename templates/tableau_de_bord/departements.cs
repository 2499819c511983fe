<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/tableau-de-bord<?cs var:Bord.suffixe ?>">Tableau de bord</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Bénévoles par département</h1>
		<p><?cs var:perimetre ?>, à jour du <?cs var:moment ?>.</p>
	</div>
</div>
<table class="tbl bars">
	<caption class="vh">Bénévoles de chaque département</caption>
	<thead>
		<tr>
			<th scope="col">Département</th>
			<th scope="col" class="r">Bénévoles</th>
		</tr>
	</thead>
	<tbody>
		<?cs each:f = items ?>
			<tr class="hit">
				<th scope="row" class="q">
					<?cs if:?f.url ?><a href="<?cs var:url_validate(f.url) ?>"><?cs var:f.libelle ?></a>
					<?cs else ?><?cs var:f.libelle ?>
					<?cs /if ?> <small><?cs var:f.code ?></small>
				</th>
				<td class="r"><?cs var:f.texte ?></td>
			</tr>
		<?cs /each ?>
	</tbody>
</table>
<?cs if:?ailleurs.n ?>
	<p class="mt">
		<?cs var:ailleurs.libelle ?> : <?cs if:?ailleurs.url ?>
			<a href="<?cs var:url_validate(ailleurs.url) ?>"><b><?cs var:ailleurs.texte ?></b></a>
		<?cs else ?>
			<b><?cs var:ailleurs.texte ?></b>
		<?cs /if ?>.
	</p>
<?cs /if ?>
<?cs call:pager(Pager) ?>
