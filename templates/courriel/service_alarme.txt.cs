<?cs var:Courriel.premier ?><?cs if:Courriel.autres > #0 ?>, et <?cs var:Courriel.autres ?> autre<?cs if:Courriel.autres > #1 ?>s<?cs /if ?><?cs /if ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,
<?cs each:p = Courriel.points ?>
<?cs var:p.mot ?>

<?cs var:p.phrase ?>
<?cs if:p.suite ?><?cs var:p.suite ?>
<?cs /if ?><?cs if:p.faire ?>
Que faire :
<?cs var:p.faire ?>
<?cs /if ?><?cs /each ?>
L’état du service : <?cs var:Courriel.url ?>/admin/service

Un autre message vous dira quand tout sera revenu.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
