<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Des départs attendent votre accord</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. D’après
	HubSpot, <?cs var:nb(Courriel.personnes) ?> personnes perdraient leur accès en moins d’une heure. C’est
	beaucoup : personne n’a été fermé, et toutes peuvent encore entrer.
</p>
<p style="margin:0 0 16px">
	Si c’est voulu, dites oui. Si c’est une erreur dans HubSpot, dites non, et corrigez-la là-bas.
</p>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/admin/synchro" style="color:#35690f">
		Voir la liste et décider
	</a>.
</p>
<?cs include:"courriel/pied.html.cs" ?>
