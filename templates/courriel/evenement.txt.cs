<?cs if:Courriel.quoi == "evenement_annule" ?>Annulé : <?cs elif:Courriel.quoi == "evenement_change" ?>Changement : <?cs elif:Courriel.quoi == "evenement_invitation" ?>Invitation : <?cs elif:Courriel.quoi == "rappel_evenement" ?>Rappel : <?cs elif:Courriel.dates.0.offre ?>Des places vous attendent : <?cs elif:Courriel.dates.0.avant ?>Confirmez votre place : <?cs elif:Courriel.dates.0.etat == "inscrit" ?>Votre place : <?cs else ?>Votre inscription : <?cs /if ?><?cs var:Courriel.titre ?>, <?cs var:Courriel.dates.0.dedans ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs if:Courriel.quoi == "evenement_annule" ?>Ce rendez-vous n’aura pas lieu.
<?cs elif:Courriel.quoi == "evenement_change" ?>Ce rendez-vous change.
<?cs elif:Courriel.quoi == "evenement_invitation" ?>Vous êtes invité-e. Votre réponse aide les personnes qui organisent.
<?cs elif:Courriel.quoi == "rappel_evenement" ?>C’est bientôt, et votre place est prête. Venez-vous toujours ?
<?cs /if ?><?cs var:Courriel.phrase ?>

<?cs var:Courriel.titre ?>
<?cs each:d = Courriel.dates ?><?cs var:d.quand ?>
<?cs if:d.lieu ?><?cs var:d.lieu ?>
<?cs /if ?><?cs if:d.etat == "inscrit" && d.invites ?>Vous venez à <?cs var:d.invites + #1 ?>.
<?cs elif:d.etat == "attente" && !d.offre ?>Vous êtes sur la liste d’attente.
<?cs elif:d.etat == "demande" ?>Votre demande attend une réponse.
<?cs /if ?><?cs if:d.avant ?>Répondez avant le <?cs var:d.avant ?>.
<?cs /if ?><?cs /each ?><?cs if:Courriel.encore ?>Et <?cs var:Courriel.encore ?> autre<?cs if:Courriel.encore > #1 ?>s<?cs /if ?> date<?cs if:Courriel.encore > #1 ?>s<?cs /if ?>.
<?cs /if ?><?cs if:Courriel.lien && Courriel.quoi != "evenement_annule" ?>En ligne : <?cs var:Courriel.lien ?>
<?cs /if ?>
<?cs if:Courriel.reponse ?>Je viens, je ne peux plus, je cède ma place : <?cs var:Courriel.reponse ?>
<?cs /if ?><?cs if:Courriel.quoi == "evenement_invitation" ?>Répondre : <?cs elif:Courriel.page ?>Voir l’événement : <?cs /if ?><?cs var:Courriel.page ?>
<?cs if:Courriel.desinscription ?>
Ne plus recevoir de courriel pour cela : <?cs var:Courriel.desinscription ?>
<?cs /if ?>
<?cs var:Courriel.site ?>, <?cs var:Courriel.org ?>
