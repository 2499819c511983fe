<?cs var:Courriel.premier ?> : c’est revenu<?cs if:Courriel.autres > #0 ?>, et <?cs var:Courriel.autres ?> autre<?cs if:Courriel.autres > #1 ?>s<?cs /if ?><?cs /if ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,
<?cs each:p = Courriel.points ?>
<?cs var:p.titre ?> : <?cs var:p.phrase ?>
<?cs /each ?>
L’état du service : <?cs var:Courriel.url ?>/admin/service

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
