HubSpot compte plus de contacts qu’il n’en donne

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

La recherche de HubSpot compte <?cs var:nb(Courriel.contacts) ?> contact<?cs if:Courriel.contacts > #1 ?>s<?cs /if ?> de plus que sa liste, à chaque lecture complète.
La liste est maintenant tenue pour complète, et la synchronisation suit son cours.

Si une personne manque ici, ouvrez sa fiche dans HubSpot et modifiez-la : elle sera lue.

L’état de la synchronisation : <?cs var:Courriel.url ?>/admin/synchro

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
