<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">La synchronisation est en retard</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. Rien n’est arrivé de HubSpot
	depuis le <?cs var:Courriel.depuis ?>. Ce qui change là-bas ne se voit pas ici, et un accès fermé là-bas
	reste ouvert ici.
</p>
<?cs if:Courriel.message ?>
	<p style="margin:0 0 16px">Ce que dit la dernière lecture : <?cs var:Courriel.message ?></p>
<?cs /if ?>
<p style="margin:0">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/admin/synchro" style="color:#35690f">
		Voir l’état de la synchronisation
	</a>. Si HubSpot répond par ailleurs, prévenez votre hébergeur. Un autre message vous dira quand tout sera
	revenu.
</p>
<?cs include:"courriel/pied.html.cs" ?>
