<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	HubSpot compte plus de contacts qu’il n’en donne
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. La recherche de HubSpot
	compte <?cs var:nb(Courriel.contacts) ?> contact<?cs if:Courriel.contacts > #1 ?>s<?cs /if ?> de
	plus que sa liste, à chaque lecture complète. La liste est maintenant tenue pour complète,
	et la synchronisation suit son cours.
</p>
<p style="margin:0 0 16px">
	Si une personne manque ici, ouvrez sa fiche dans HubSpot et modifiez-la : elle sera lue.
</p>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/admin/synchro" style="color:#35690f">
		Voir la synchronisation
	</a>.
</p>
<?cs include:"courriel/pied.html.cs" ?>
