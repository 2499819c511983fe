<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Votre compte sera bientôt fermé</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>.
	Votre compte n’a pas servi depuis longtemps.
	Il sera fermé le <?cs var:Courriel.jour ?>.
</p>
<p style="margin:0 0 24px">
	<a href="<?cs var:url_validate(Courriel.lien) ?>"<?cs call:bouton() ?>>Je reste</a>
</p>
<p style="margin:0">
	Fermé, il n’est pas effacé : un lien par courriel le rouvre.
</p>
<?cs include:"courriel/pied.html.cs" ?>
