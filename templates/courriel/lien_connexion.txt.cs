Votre lien pour entrer dans <?cs var:Courriel.site ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Voici le lien qui vous fait entrer dans <?cs var:Courriel.site ?>, sans mot de passe :

<?cs var:Courriel.lien ?>

Il sert une seule fois et reste valable <?cs var:Courriel.validite ?>.
Vous n’avez rien demandé ? Ignorez ce message : sans clic, rien ne se passe.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>

