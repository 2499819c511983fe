<?cs include:"courriel/entete.html.cs" ?>
<?cs each:p = Courriel.points ?>
	<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif"><?cs var:p.mot ?></h1>
	<p style="margin:0 0 16px"><?cs var:p.phrase ?></p>
	<?cs if:p.suite ?><p style="margin:0 0 16px"><?cs var:p.suite ?></p><?cs /if ?>
	<?cs if:p.faire ?>
		<p style="margin:0 0 16px;white-space:pre-line">Que faire : <?cs var:p.faire ?></p>
	<?cs /if ?>
<?cs /each ?>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/admin/service" style="color:#35690f">
		Voir l’état du service
	</a>. Un autre message vous dira quand tout sera revenu.
</p>
<?cs include:"courriel/pied.html.cs" ?>
