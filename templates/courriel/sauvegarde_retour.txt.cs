<?cs if:Courriel.quoi == "copie" ?>La copie des sauvegardes dans le second lieu marche de nouveau<?cs else ?>La sauvegarde se restaure de nouveau<?cs /if ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs if:Courriel.quoi == "copie" ?>La copie chiffrée <?cs var:de(Courriel.nom) ?> est dans le second lieu.
<?cs else ?>La sauvegarde <?cs var:Courriel.nom ?> a été restaurée à l’essai :
tout y est.
<?cs /if ?>
Il n’y a rien à faire.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
