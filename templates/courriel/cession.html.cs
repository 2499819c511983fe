<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs var:Courriel.qui ?> vous cède sa place
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. <?cs var:Courriel.qui ?> ne peut
	pas venir et pense à vous. Rien n’est fait tant que vous n’avez pas répondu.
</p>
<p style="margin:0 0 20px">
	<b><?cs var:Courriel.titre ?></b>
	<br>
	<?cs var:Courriel.quand ?>
	<?cs if:Courriel.lieu ?><br><?cs var:Courriel.lieu ?><?cs /if ?>
</p>
<p style="margin:0 0 24px">
	<a href="<?cs var:url_validate(Courriel.page) ?>"<?cs call:bouton() ?>>Voir et répondre</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
