La sauvegarde de cette nuit est à regarder

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

La sauvegarde <?cs var:Courriel.nom ?> est faite, mais on ne peut pas s’y fier. <?cs var:Courriel.pourquoi ?>
Les sauvegardes des nuits d’avant sont toujours là.

Demandez à votre hébergeur de la vérifier : « essaim-dump --verify » dit ce qui ne va pas.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
