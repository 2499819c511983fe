Votre mot de passe a changé

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Le mot de passe de votre compte <?cs var:Courriel.site ?> vient d’être choisi ou changé.
Vos autres appareils ont été déconnectés.

Ce n’est pas vous ? Demandez tout de suite un lien pour entrer, puis choisissez
un nouveau mot de passe dans votre compte :

<?cs var:Courriel.url ?>/connexion

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>

