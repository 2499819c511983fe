Votre compte <?cs var:Courriel.site ?> vous attend

Bienvenue<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Votre place est prête dans <?cs var:Courriel.site ?>, l’espace des personnes engagées
avec <?cs var:Courriel.org ?>. Ce lien confirme votre adresse et ouvre votre compte :

<?cs var:Courriel.lien ?>

Il sert une seule fois et reste valable <?cs var:Courriel.validite ?>.
Vous n’avez rien demandé ? Ignorez ce message : aucun compte ne sera créé.

<?cs var:Courriel.site ?>, <?cs var:Courriel.org ?>

