<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Vos informations seront bientôt effacées</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>.
	Nous n’avons pas échangé depuis longtemps.
	Vos informations seront effacées le <?cs var:Courriel.jour ?>.
</p>
<p style="margin:0 0 24px">
	<a href="<?cs var:url_validate(Courriel.lien) ?>"<?cs call:bouton() ?>>Je reste</a>
</p>
<p style="margin:0">
	Si vous ne faites rien, il ne restera que des totaux, sans votre nom.
</p>
<?cs include:"courriel/pied.html.cs" ?>
