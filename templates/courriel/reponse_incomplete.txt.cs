Une partie de votre réponse n’a pas pu être gardée

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Votre réponse par courriel est arrivée dans la conversation, sauf ceci :
<?cs each:p = Courriel.perdus ?>
- <?cs var:p.nom ?>. <?cs var:p.raison ?><?cs /each ?>

Vous pouvez compléter votre réponse ici :
<?cs var:Courriel.url ?><?cs var:Courriel.lien ?>

<?cs var:Courriel.site ?>, <?cs var:Courriel.org ?>
