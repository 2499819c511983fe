La synchronisation avec HubSpot est en retard

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Rien n’est arrivé de HubSpot depuis le <?cs var:Courriel.depuis ?>.
Ce qui change là-bas ne se voit pas ici, et un accès fermé là-bas reste ouvert ici.
<?cs if:Courriel.message ?>
Ce que dit la dernière lecture : <?cs var:Courriel.message ?>
<?cs /if ?>
L’état de la synchronisation : <?cs var:Courriel.url ?>/admin/synchro

Si HubSpot répond par ailleurs, prévenez votre hébergeur. Un autre message
vous dira quand tout sera revenu.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
