<?cs var:Courriel.qui ?> demande à rejoindre « <?cs var:Courriel.groupe ?> »

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.qui ?> demande à rejoindre « <?cs var:Courriel.groupe ?> », que vous coordonnez.
<?cs if:Courriel.mot ?>
« <?cs var:Courriel.mot ?> »
<?cs /if ?>
Répondre à la demande :
<?cs var:Courriel.url ?><?cs var:Courriel.page ?>
