<div class="head">
	<div>
		<h1>Droits</h1>
		<p>Qui peut voir et faire quoi, selon le statut, le type de bénévolat et le groupe.</p>
	</div>
	<div class="row">
		<a class="btn" href="/admin/droits/nouveau"><?cs call:ic("plus") ?> Ajouter un profil</a>
		<a class="btn b2" href="/admin/droits/comme"><?cs call:ic("eye") ?> Voir comme…</a>
		<?cs call:exporter("/admin/droits", "") ?>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<div class="stack g5">
	<p id="gr">
		Une personne a la somme des droits de ses profils. « Son groupe » s’étend aux sous-groupes. Choisissez
		un profil pour changer ses droits.
	</p>
	<section class="scroll" tabindex="0" aria-labelledby="gr">
		<table class="tbl fix">
			<caption class="vh">Droits par profil</caption>
			<thead>
				<tr>
					<th scope="col">Profil</th>
					<?cs each:d = domaines ?><th scope="col"><?cs var:d.titre ?></th><?cs /each ?>
				</tr>
			</thead>
			<tbody>
				<?cs each:p = profils ?>
					<tr>
						<th scope="row">
							<a class="q" href="/admin/droits/<?cs var:p.id ?>"><?cs var:p.titre ?></a> <small>
								<?cs var:nb(p.n) ?> personne<?cs call:s(p.n) ?>
							</small>
						</th>
						<?cs each:c = p.cellules ?>
							<?cs if:c.niveau == #2 ?><td><b>Tout</b></td>
							<?cs elif:c.niveau == #1 ?><td>Son groupe</td>
							<?cs else ?><td class="m">Non</td>
							<?cs /if ?>
						<?cs /each ?>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs call:pager(Pager) ?>
	<p class="s m">
		Ces droits s’ajoutent à ce que chacun-e voit toujours : sa propre fiche, et la coordination de ses
		groupes.
	</p>
</div>
