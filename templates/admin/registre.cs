<div class="head">
	<div>
		<h1>Registre des traitements</h1>
		<p>Ce que cet espace fait des données, table par table. Il suit le programme.</p>
	</div>
	<?cs call:exporter("/admin/registre", "") ?>
</div>
<?cs include:"admin/onglets.cs" ?>
<p class="read">
	Responsable : <?cs var:Site.org ?>. Protection des données :
	<?cs if:Dpo.nom || Dpo.adresse ?>
		<?cs var:Dpo.nom ?> <?cs var:Dpo.adresse ?>
	<?cs else ?>
		<a href="/admin/demandes/protection">personne n’est nommé</a>
	<?cs /if ?>
</p>
<div class="stack g5 mt">
	<?cs each:t = traitements ?>
		<section class="card read" aria-labelledby="t-<?cs var:t.cle ?>">
			<h2 id="t-<?cs var:t.cle ?>"><?cs var:t.titre ?></h2>
			<dl class="stack g1 mt">
				<dt><b>Finalité</b></dt>
				<dd><?cs var:t.finalite ?></dd>
				<dt><b>Base légale</b></dt>
				<dd><?cs var:t.base ?></dd>
				<dt><b>Personnes</b></dt>
				<dd><?cs var:t.personnes ?></dd>
				<dt><b>Données</b></dt>
				<dd><?cs var:t.donnees ?></dd>
				<dt><b>Destinataires</b></dt>
				<dd><?cs var:t.destinataires ?></dd>
				<dt><b>Durée</b></dt>
				<dd><?cs var:t.duree ?></dd>
			</dl>
			<details class="s mt">
				<summary>Tables</summary>
				<p><?cs var:t.tables ?></p>
			</details>
		</section>
	<?cs /each ?>
</div>
