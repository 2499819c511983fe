<div class="head">
	<div>
		<h1>Champs de HubSpot</h1>
		<p>
			Chaque propriété de HubSpot remplit un champ d’ici, dans ce sens seulement. Libellés et choix
			suivent HubSpot d’eux-mêmes.
		</p>
	</div>
	<a class="btn" href="/admin/correspondance/nouvelles"><?cs call:ic("plus") ?> Reprendre une propriété</a>
	<a class="btn b2" href="/admin/synchro"><?cs call:ic("sync") ?> Synchronisation</a>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs if:?correspondance.erreur ?><?cs call:alerte("bad", correspondance.erreur) ?><?cs /if ?>
<?cs if:subcount(inconnues) ?>
	<section aria-labelledby="inc">
		<h2 id="inc">Valeurs que HubSpot ne propose plus</h2>
		<p class="s m">
			Elles sont gardées sur les fiches. Un groupe n’est pas créé pour une valeur hors de la liste.
		</p>
		<ul class="rows">
			<?cs each:v = inconnues ?>
				<li class="row nw">
					<div class="grow"><b><?cs var:v.valeur ?></b> <small><?cs var:v.libelle ?></small></div>
					<a class="btn b3" href="<?cs var:url_validate(v.url) ?>">
						<?cs var:nb(v.personnes) ?> personne<?cs call:s(v.personnes) ?>
					</a>
				</li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
<section class="scroll mt" tabindex="0" aria-labelledby="cor">
	<table class="tbl">
		<caption id="cor"><b>Ce qui est repris</b></caption>
		<thead>
			<tr>
				<th scope="col">Propriété HubSpot</th>
				<th scope="col">Champ d’ici</th>
				<th scope="col" class="opt">Type</th>
				<th scope="col" class="opt">Choix</th>
				<th scope="col" class="opt">Qui le lit</th>
				<th scope="col" class="opt">Réglé par</th>
			</tr>
		</thead>
		<tbody>
			<?cs each:c = correspondances ?>
				<tr>
					<th scope="row">
						<?cs if:c.la_bas ?><?cs var:c.la_bas ?> <?cs /if ?>
						<small><?cs var:c.propriete ?></small>
						<?cs if:c.retiree_le ?> <span class="tag bad">absente de HubSpot</span><?cs /if ?>
					</th>
					<td>
						<a href="/admin/champs/<?cs var:c.id ?>">
							<?cs var:c.libelle ?>
						</a> <small><?cs var:c.cle ?></small>
					</td>
					<td class="opt"><?cs var:c.mots ?></td>
					<td class="opt"><?cs if:c.options > #0 ?><?cs var:c.options ?><?cs /if ?></td>
					<td class="opt"><?cs var:c.lecture_texte ?></td>
					<td class="opt"><?cs var:c.origine ?></td>
				</tr>
			<?cs /each ?>
		</tbody>
	</table>
</section>
<?cs call:pager(Pager) ?>
