<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Des effacements attendent votre accord</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. D’après les durées de
	conservation, <?cs var:nb(Courriel.personnes) ?> personnes seraient prévenues ou effacées d’un coup. C’est
	beaucoup : rien n’a été fait.
</p>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/admin/conservation" style="color:#35690f">
		Voir la liste et décider
	</a>.
</p>
<?cs include:"courriel/pied.html.cs" ?>
