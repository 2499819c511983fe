Beaucoup de fiches ouvertes par un même compte

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.qui ?> a ouvert plus de <?cs var:nb(Courriel.pages) ?> fiches de personnes en une heure.
Les suivantes attendent, et la page le lui dit. Rien d’autre n’a changé pour son compte.

Sa fiche : <?cs var:Courriel.url ?>/contacts/<?cs var:Courriel.qui_id ?>

C’est peut-être un besoin réel : demandez-lui. Si ce n’est pas elle ou lui, qu’un
nouveau mot de passe soit choisi : il déconnecte tous les appareils et met fin aux
jetons. Au pire, le statut « Ancien » dans HubSpot ferme l’accès en une minute.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
