<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Une partie de votre réponse n’a pas pu être gardée
</h1>
<p style="margin:0 0 8px">Votre réponse par courriel est arrivée dans la conversation, sauf ceci :</p>
<ul style="margin:0 0 16px">
	<?cs each:p = Courriel.perdus ?><li><b><?cs var:p.nom ?></b>. <?cs var:p.raison ?></li><?cs /each ?>
</ul>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?><?cs var:Courriel.lien ?>" style="color:#35690f">
		Compléter la réponse dans la conversation
	</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
