Une personne demande quelque chose sur ses données

Bonjour,

Une demande est arrivée le <?cs var:Courriel.recue ?>. Elle est à rendre avant le <?cs var:Courriel.echeance ?>.

<?cs var:Courriel.url ?><?cs var:Courriel.lien ?>

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
