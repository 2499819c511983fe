Une demande sur des données attend sa réponse

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Une demande reçue le <?cs var:Courriel.recue ?> <?cs if:Courriel.retard ?>devait être rendue avant<?cs else ?>est à rendre avant<?cs /if ?> le <?cs var:Courriel.echeance ?>.

<?cs var:Courriel.url ?><?cs var:Courriel.lien ?>

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
