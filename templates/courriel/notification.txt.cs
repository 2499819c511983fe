<?cs var:Courriel.premiere ?><?cs if:Courriel.nombre > #1 ?>, et <?cs var:Courriel.nombre - #1 ?> autre<?cs if:Courriel.nombre > #2 ?>s<?cs /if ?><?cs /if ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,
<?cs each:g = Courriel.genres ?><?cs each:l = g.lignes ?>
<?cs var:l.phrase ?>
<?cs if:l.extrait ?>« <?cs var:l.extrait ?> »
<?cs /if ?><?cs var:Courriel.url ?><?cs var:l.url ?>
<?cs /each ?><?cs if:?g.desinscription ?>Ne plus recevoir cela par courriel (<?cs var:g.libelle ?>) :
<?cs var:g.desinscription ?>
<?cs /if ?><?cs /each ?>
<?cs if:Courriel.repondre ?>Pour répondre, répondez simplement à ce courriel : votre réponse arrivera dans la conversation.

<?cs /if ?>Ne plus recevoir de courriel pour cela : <?cs var:Courriel.desinscription ?>
Tous mes choix : <?cs var:Courriel.url ?>/notifications/preferences

