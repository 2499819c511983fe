<?cs if:Courriel.etat == "attente" ?>Confirmez votre place en liste d’attente<?cs elif:Courriel.etat == "demande" ?>Confirmez votre demande<?cs else ?>Confirmez votre place<?cs /if ?>, <?cs var:Courriel.jour ?>

<?cs var:Courriel.prenom ?>, encore un geste.

<?cs var:Courriel.titre ?>
<?cs var:Courriel.quand ?><?cs if:Courriel.toutes ?>, et toutes les dates suivantes<?cs /if ?>
<?cs if:Courriel.lieu ?><?cs var:Courriel.lieu ?>
<?cs /if ?><?cs if:Courriel.groupe ?>Avec <?cs var:Courriel.groupe ?>, <?cs var:Courriel.org ?>
<?cs /if ?><?cs if:Courriel.invites > #0 ?>Avec vous : <?cs var:nb(Courriel.invites) ?> <?cs if:Courriel.invites > #1 ?>personnes<?cs else ?>personne<?cs /if ?>
<?cs /if ?>
<?cs if:Courriel.etat == "attente" ?>C’est complet : vous êtes sur la liste d’attente. Confirmez, et nous vous écrirons dès qu’une place se libère.
<?cs elif:Courriel.etat == "demande" ?>Confirmez, et une personne qui organise acceptera ou refusera votre demande.
<?cs else ?>La place est gardée jusqu’au <?cs var:Courriel.avant ?>, puis proposée à d’autres.
<?cs /if ?>
Oui, je viens :
<?cs var:Courriel.lien ?>

Un empêchement ? La même page libère la place, à tout moment et sans raison à donner.

Vous recevez ce courriel parce que cette adresse a été donnée sur la page de l’événement. Si ce n’était pas vous, ne faites rien : tout s’efface demain. Vos réponses sont effacées trois mois après.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
