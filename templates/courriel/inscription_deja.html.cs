<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs var:Courriel.prenom ?>, vous êtes déjà de la partie
</h1>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px">
<tr>
<td width="56" valign="top">
<?cs call:jour(Courriel.mois_court, Courriel.numero) ?>
</td>
<td style="padding-left:12px">
	<b><?cs var:Courriel.titre ?></b><br>
	<?cs var:Courriel.quand ?><?cs if:Courriel.toutes ?>, et toutes les dates suivantes<?cs /if ?>
	<?cs if:Courriel.lieu ?><br><?cs var:Courriel.lieu ?><?cs /if ?>
</td>
</tr>
</table>
<p style="margin:0 0 16px">
	Quelqu’un, vous sans doute, vient de donner cette adresse pour s’inscrire. Votre compte a déjà une
	inscription à cet événement : elle n’a pas changé.
</p>
<p style="margin:0 0 24px">
	<a href="<?cs var:url_validate(Courriel.lien) ?>"<?cs call:bouton() ?>>Voir mon inscription</a>
</p>
<p class="m" style="margin:0;font-size:13px;color:#5b6055">
	De là, vous pouvez la modifier ou libérer la place.
</p>
<?cs include:"courriel/pied.html.cs" ?>
