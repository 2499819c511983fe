<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">On vous attend</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. <?cs var:Courriel.qui ?> vous
	invite à rejoindre « <?cs var:Courriel.groupe ?> ». Rien ne change tant que vous n’avez pas accepté.
</p>
<?cs if:Courriel.mot ?><p style="margin:0 0 16px">« <?cs var:Courriel.mot ?> »</p><?cs /if ?>
<p style="margin:0 0 24px">
	<a href="<?cs var:url_validate(Courriel.url) ?><?cs var:url_validate(Courriel.page) ?>"
			<?cs call:bouton() ?>>
		Voir l’invitation
	</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
