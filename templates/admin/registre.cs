<div class="head">
	<div>
		<h1>Registre des traitements</h1>
		<p>Ce que cet espace fait des données, table par table. Il suit le programme.</p>
	</div>
	<?cs call:exporter("/admin/registre", "") ?>
</div>
<?cs include:"admin/onglets.cs" ?>
<p class="read">
	Responsable : <?cs var:Site.org ?>. Protection des données : <?cs if:Dpo.nom || Dpo.adresse ?>
		<?cs var:Dpo.nom ?><?cs if:Dpo.nom && Dpo.adresse ?>, <?cs /if ?><?cs var:Dpo.adresse ?>
	<?cs else ?>
		<a href="/admin/demandes/protection">personne n’est nommé</a>
	<?cs /if ?>
</p>
<section class="scroll mt" tabindex="0" aria-label="Traitements">
	<table class="tbl">
		<thead>
			<tr>
				<th scope="col">Traitement</th>
				<th scope="col">Finalité</th>
				<th scope="col">Base légale</th>
				<th scope="col">Données</th>
				<th scope="col">Qui les voit</th>
				<th scope="col">Durée</th>
			</tr>
		</thead>
		<tbody>
			<?cs each:t = traitements ?>
				<tr>
					<th scope="row"><?cs var:t.titre ?></th>
					<td><?cs var:t.finalite ?></td>
					<td><?cs var:t.base ?></td>
					<td><?cs var:t.donnees ?></td>
					<td><?cs var:t.destinataires ?></td>
					<td><?cs var:t.duree ?></td>
				</tr>
			<?cs /each ?>
		</tbody>
	</table>
</section>
