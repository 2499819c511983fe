C’est oui : « <?cs var:Courriel.groupe ?> »

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.qui ?> a répondu oui pour « <?cs var:Courriel.groupe ?> ».
<?cs if:Courriel.mot ?>
« <?cs var:Courriel.mot ?> »
<?cs /if ?>
Ouvrir la page du groupe :
<?cs var:Courriel.url ?><?cs var:Courriel.page ?>
