<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">C’est revenu</h1>
<?cs each:p = Courriel.points ?>
	<p style="margin:0 0 16px"><b><?cs var:p.titre ?></b> : <?cs var:p.phrase ?></p>
<?cs /each ?>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/admin/service" style="color:#35690f">
		Voir l’état du service
	</a>.
</p>
<?cs include:"courriel/pied.html.cs" ?>
