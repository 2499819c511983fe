<?cs include:"admin/demande_mots.cs" ?>
<?cs set:Form.hubspot.label = "Sa fiche est effacée dans HubSpot (« Supprimer, RGPD »)" ?>
<?cs set:Form.certain.label = "J’efface cette personne, pour toujours" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/demandes">Demandes</a></li>
		<li><a href="/admin/demandes/<?cs var:Demande.id ?>"><?cs var:Demande.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Effacer <?cs call:demande_qui(Demande) ?></h1>
		<p>
			Tout ce qui suit part d’un coup, puis tables, index et noms de fichiers sont relus pour en
			donner le reçu. Rien ne la fera revenir : ni la synchronisation, ni une sauvegarde.
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="stack g5" method="post" action="/admin/demandes/<?cs var:Demande.id ?>/effacement" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<?cs call:demande_partira() ?>
	<?cs if:?Demande.hubspot ?>
		<?cs call:case("hubspot") ?>
		<?cs if:?Demande.hubspot_url ?>
			<p class="hint">
				<a href="<?cs var:url_validate(Demande.hubspot_url) ?>">Ouvrir sa fiche HubSpot</a>
			</p>
		<?cs /if ?>
	<?cs /if ?>
	<?cs call:case("certain") ?>
	<div class="row">
		<button class="btn bad">Effacer maintenant</button>
		<a class="btn b3" href="/admin/demandes/<?cs var:Demande.id ?>">Revenir</a>
	</div>
</form>
