<?cs if:Courriel.quoi == "copie" ?>La copie des sauvegardes dans le second lieu a échoué<?cs else ?>La dernière sauvegarde n’a pas pu être restaurée<?cs /if ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs if:Courriel.quoi == "copie" ?>La sauvegarde <?cs var:Courriel.nom ?> est faite et reste sur le serveur,
mais sa copie chiffrée n’est pas arrivée dans le second lieu. Ce qui est dit :
<?cs var:Courriel.pourquoi ?>
<?cs else ?>La sauvegarde <?cs var:Courriel.nom ?> a été restaurée à l’essai,
à part du site, et cela n’a pas marché. Ce qui est dit :
<?cs var:Courriel.pourquoi ?>
<?cs /if ?>
Prévenez votre hébergeur. Un autre message vous dira quand tout ira de nouveau.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
