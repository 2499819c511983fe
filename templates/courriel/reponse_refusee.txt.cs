Votre réponse n’a pas pu être prise

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Nous avons reçu une réponse par courriel à un message, mais elle n’a pas pu être prise : <?cs var:Courriel.raison ?>.
<?cs if:subcount(Courriel.perdus) ?>
Ce qui n’a pas été gardé :
<?cs each:p = Courriel.perdus ?>
- <?cs var:p.nom ?>. <?cs var:p.raison ?><?cs /each ?>
<?cs /if ?>
Vous pouvez répondre ici :
<?cs var:Courriel.url ?><?cs var:Courriel.lien ?>

<?cs var:Courriel.site ?>, <?cs var:Courriel.org ?>
