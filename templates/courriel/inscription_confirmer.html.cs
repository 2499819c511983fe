<?cs include:"courriel/entete.html.cs" ?>
<?cs if:Courriel.groupe ?>
	<p class="m" style="margin:0 0 8px;font-size:13px;color:#5b6055"><?cs var:Courriel.groupe ?></p>
<?cs /if ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	<?cs if:Courriel.etat == "attente" ?>
		<?cs var:Courriel.prenom ?>, confirmez votre place en liste d’attente
	<?cs elif:Courriel.etat == "demande" ?>
		<?cs var:Courriel.prenom ?>, confirmez votre demande
	<?cs else ?>
		<?cs var:Courriel.prenom ?>, confirmez votre place
	<?cs /if ?>
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
<p style="margin:0 0 12px">
	<a href="<?cs var:url_validate(Courriel.lien) ?>"<?cs call:bouton() ?>>Oui, je viens</a>
</p>
<p style="margin:0 0 24px">
	<?cs if:Courriel.invites == #1 ?>Vous venez à deux. <?cs /if ?>
	<?cs if:Courriel.invites > #1 ?>
		Avec vous : <?cs var:nb(Courriel.invites) ?> personnes. <?cs /if ?>
	<?cs if:Courriel.etat == "attente" ?>
		C’est complet : vous êtes sur la liste d’attente. Confirmez, et nous vous écrirons dès qu’une place
		se libère.
	<?cs elif:Courriel.etat == "demande" ?>
		Confirmez, et une personne qui organise acceptera ou refusera votre demande.
	<?cs else ?>
		La place est gardée jusqu’au <?cs var:Courriel.avant ?>, puis proposée à d’autres.
	<?cs /if ?>
</p>
<p style="margin:0 0 24px">
	Un empêchement ? <a class="l" href="<?cs var:url_validate(Courriel.lien) ?>" style="color:#35690f">
		Libérez la place</a>, à tout moment et sans raison à donner.
</p>
<p class="m" style="margin:0;font-size:13px;color:#5b6055">
	Vous recevez ce courriel parce que cette adresse a été donnée sur la page de l’événement. Si ce n’était
	pas vous, ne faites rien : tout s’efface demain. Vos réponses sont effacées trois mois après.
</p>
<?cs include:"courriel/pied.html.cs" ?>
