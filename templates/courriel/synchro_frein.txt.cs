Des départs attendent votre accord

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

D’après HubSpot, <?cs var:nb(Courriel.personnes) ?> personnes perdraient leur accès en moins d’une heure.
C’est beaucoup : personne n’a été fermé, et toutes peuvent encore entrer.

Si c’est voulu, dites oui. Si c’est une erreur dans HubSpot, dites non, et corrigez-la là-bas.

La liste, et votre décision : <?cs var:Courriel.url ?>/admin/synchro

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
