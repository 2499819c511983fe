<?cs var:Courriel.qui ?> vous invite dans « <?cs var:Courriel.groupe ?> »

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.qui ?> vous invite à rejoindre « <?cs var:Courriel.groupe ?> ». Rien ne change tant que vous n’avez pas accepté.
<?cs if:Courriel.mot ?>
« <?cs var:Courriel.mot ?> »
<?cs /if ?>
Voir l’invitation :
<?cs var:Courriel.url ?><?cs var:Courriel.page ?>
