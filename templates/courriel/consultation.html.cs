<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Beaucoup de fiches ouvertes par un même compte
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. <?cs var:Courriel.qui ?> a
	ouvert plus
	de <?cs var:nb(Courriel.pages) ?> fiches de personnes en une heure. Les suivantes attendent, et la
	page le lui dit. Rien d’autre n’a changé pour son compte.
</p>
<p style="margin:0 0 16px">
	<a class="l" href="<?cs var:url_validate(Courriel.url) ?>/contacts/<?cs var:Courriel.qui_id ?>"
			style="color:#35690f">
		Voir sa fiche
	</a>
</p>
<p style="margin:0">
	C’est peut-être un besoin réel : demandez-lui. Si ce n’est pas elle ou lui, qu’un nouveau mot de passe
	soit choisi : il déconnecte tous les appareils et met fin aux jetons. Au pire, le statut « Ancien » dans
	HubSpot ferme l’accès en une minute.
</p>
<?cs include:"courriel/pied.html.cs" ?>
