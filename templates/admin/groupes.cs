<?cs def:entree_ouverture(o) ?>
	<?cs if:o == "ouvert" ?>ouvert<?cs elif:o == "cache" ?>caché<?cs else ?>fermé<?cs /if ?>
<?cs /def ?>

<div class="head">
	<div>
		<h1>Types de groupes et rôles</h1>
		<p>Ce que peut être un groupe, et ce qu’on peut y faire.</p>
	</div>
	<?cs if:Droits.regle ?>
		<div class="row">
			<a class="btn" href="/admin/groupes/types/nouveau"><?cs call:ic("plus") ?> Nouveau type</a>
			<a class="btn b2" href="/admin/groupes/roles/nouveau"><?cs call:ic("plus") ?> Nouveau rôle</a>
		</div>
	<?cs /if ?>
</div>
<?cs include:"admin/onglets.cs" ?>
<div class="cols even">
	<section class="scroll" tabindex="0" aria-labelledby="ty">
		<table class="tbl">
			<caption id="ty"><b>Types de groupes</b></caption>
			<thead>
				<tr>
					<th scope="col">Type</th>
					<th scope="col">À sa naissance</th>
					<th scope="col" class="r">Groupes</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:t = items ?>
					<tr>
						<th scope="row">
							<?cs if:Droits.regle ?>
								<a href="/admin/groupes/types/<?cs var:t.cle ?>"><?cs var:t.titre ?></a>
							<?cs else ?>
								<?cs var:t.titre ?>
							<?cs /if ?>
						</th>
						<td>
							<?cs if:t.retire ?>
								<span class="tag bad">Retiré</span>
							<?cs else ?>
								<?cs call:entree_ouverture(t.ouverture) ?>
								<?cs if:t.libre ?> <small>créé par les bénévoles</small><?cs /if ?>
							<?cs /if ?>
						</td>
						<td class="r"><?cs var:t.groupes ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<section class="scroll" tabindex="0" aria-labelledby="ro">
		<table class="tbl">
			<caption id="ro"><b>Rôles</b></caption>
			<thead>
				<tr>
					<th scope="col">Rôle</th>
					<th scope="col">Droits</th>
					<th scope="col" class="r">Personnes</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:x = roles ?>
					<tr>
						<th scope="row">
							<?cs if:Droits.complet || (Droits.regle && !x.coordination) ?>
								<a href="/admin/groupes/roles/<?cs var:x.cle ?>"><?cs var:x.titre ?></a>
							<?cs else ?>
								<?cs var:x.titre ?>
							<?cs /if ?>
						</th>
						<td>
							<?cs if:x.retire ?><span class="tag bad">Retiré</span>
							<?cs elif:x.coordination ?><span class="tag ok">Coordination</span>
							<?cs elif:x.cle == "membre" ?>Membre
							<?cs else ?>Référence
							<?cs /if ?>
						</td>
						<td class="r"><?cs var:x.personnes ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
</div>
