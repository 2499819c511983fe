Votre demande pour « <?cs var:Courriel.groupe ?> »

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.qui ?> n’a pas retenu votre demande pour « <?cs var:Courriel.groupe ?> ». D’autres groupes vous attendent.
<?cs if:Courriel.mot ?>
« <?cs var:Courriel.mot ?> »
<?cs /if ?>
Voir les groupes :
<?cs var:Courriel.url ?><?cs var:Courriel.page ?>
