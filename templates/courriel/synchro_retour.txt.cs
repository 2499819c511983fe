La synchronisation avec HubSpot est revenue

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

HubSpot est lu de nouveau, la dernière fois le <?cs var:Courriel.depuis ?>.
Ce qui a changé là-bas entre-temps est arrivé.

L’état de la synchronisation : <?cs var:Courriel.url ?>/admin/synchro

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
