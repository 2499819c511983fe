<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Votre réponse n’a pas pu être prise</h1>
<p style="margin:0 0 16px">
	Nous avons reçu une réponse par courriel à un message, mais elle n’a pas pu être
	prise : <?cs var:Courriel.raison ?>.
</p>
<?cs if:subcount(Courriel.perdus) ?>
	<p style="margin:0 0 8px">Ce qui n’a pas été gardé :</p>
	<ul style="margin:0 0 16px">
		<?cs each:p = Courriel.perdus ?><li><b><?cs var:p.nom ?></b>. <?cs var:p.raison ?></li><?cs /each ?>
	</ul>
<?cs /if ?>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?><?cs var:Courriel.lien ?>" style="color:#35690f">
		Répondre dans la conversation
	</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
