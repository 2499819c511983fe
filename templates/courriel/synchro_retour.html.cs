<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">La synchronisation est revenue</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. HubSpot est lu de nouveau, la
	dernière fois le <?cs var:Courriel.depuis ?>. Ce qui a changé là-bas entre-temps est arrivé.
</p>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/admin/synchro" style="color:#35690f">
		Voir l’état de la synchronisation
	</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
