<?cs include:"courriel/entete.html.cs" ?>
<p style="margin:0 0 16px">
	Bonjour. <?cs var:Courriel.qui ?>, qui administre l’espace <?cs var:de(Courriel.org) ?>, vous passe la
	main.
</p>
<?cs each:p = points ?>
	<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif"><?cs var:p.mot ?></h1>
	<?cs if:p.phrase ?><p style="margin:0 0 16px"><?cs var:p.phrase ?></p><?cs /if ?>
	<?cs if:p.suite ?><p style="margin:0 0 16px"><?cs var:p.suite ?></p><?cs /if ?>
	<?cs each:e = p.etapes ?><p style="margin:0 0 8px">– <?cs var:e.texte ?></p><?cs /each ?>
<?cs /each ?>
<?cs include:"courriel/pied.html.cs" ?>
