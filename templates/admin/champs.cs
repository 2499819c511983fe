<?cs set:Form.libelle.label = "Nom" ?>
<?cs set:Form.aide.label = "Aide" ?>
<?cs set:Form.aide.facultatif = "1" ?>
<?cs set:Form.aide.aide = "Une phrase sous le champ, pour qui le remplit." ?>
<?cs set:Form.type.label = "Type" ?>
<?cs set:Form.type.facultatif = "" ?>
<?cs set:Form.choix.label = "Choix" ?>
<?cs set:Form.choix.facultatif = "1" ?>
<?cs set:Form.choix.aide = "Pour une liste : un par ligne." ?>
<?cs set:Form.finalite.label = "Pourquoi ce champ ?" ?>
<?cs set:Form.finalite.aide = "Dit à la personne, et au registre des traitements." ?>
<?cs set:Form.lecture.label = "Qui peut le lire" ?>
<?cs set:Form.ecriture.label = "Qui peut l’écrire" ?>
<div class="head">
	<div>
		<h1>Champs des personnes</h1>
		<p>Un champ créé ici est aussitôt dans la fiche, les filtres, les colonnes, l’import et l’export.</p>
	</div>
	<a class="btn b2" href="/admin/correspondance"><?cs call:ic("cols") ?> Champs de HubSpot</a>
	<?cs call:exporter("/admin/champs", "") ?>
</div>
<?cs include:"admin/onglets.cs" ?>
<div class="cols">
	<div>
		<section class="scroll" tabindex="0" aria-label="Champs">
			<table class="tbl">
				<caption class="vh">Champs des personnes</caption>
				<thead>
					<tr>
						<th scope="col">Champ</th>
						<th scope="col" class="opt">Type</th>
						<th scope="col">Origine</th>
						<th scope="col" class="opt">Qui le lit</th>
					</tr>
				</thead>
				<tbody>
					<?cs each:c = champs ?>
						<tr>
							<th scope="row">
								<a href="/admin/champs/<?cs var:c.id ?>">
									<?cs var:c.libelle ?>
								</a> <small><?cs var:c.cle ?></small>
							</th>
							<td class="opt">
								<?cs var:c.type ?><?cs if:c.choix > #0 ?>, <?cs var:c.choix ?><?cs /if ?>
							</td>
							<td>
								<?cs if:c.retire ?><span class="tag bad">Retiré</span>
								<?cs elif:c.origine == "hubspot" ?><span class="tag">HubSpot</span>
								<?cs else ?><span class="tag ok">Essaim</span>
								<?cs /if ?>
							</td>
							<td class="opt"><?cs var:c.qui_lit ?></td>
						</tr>
					<?cs /each ?>
				</tbody>
			</table>
		</section>
		<?cs call:pager(Pager) ?>
	</div>
	<aside>
		<form class="panel stack" method="post" action="/admin/champs" novalidate aria-labelledby="nv">
			<h2 id="nv">Nouveau champ</h2>
			<?cs call:csrf() ?>
			<?cs call:erreurs() ?>
			<?cs call:champ("text", "libelle", "") ?>
			<?cs call:liste("type", Liste.types, "") ?>
			<?cs call:texte_long("choix", "3") ?>
			<?cs call:champ("text", "aide", "") ?>
			<?cs call:champ("text", "finalite", "") ?>
			<?cs call:liste("lecture", Liste.lecture, "") ?>
			<?cs call:liste("ecriture", Liste.ecriture, "") ?>
			<button class="btn">Créer le champ</button>
		</form>
	</aside>
</div>
