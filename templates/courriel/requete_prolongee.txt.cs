Votre demande prendra plus de temps

Bonjour,

Votre demande du <?cs var:Courriel.recue ?> sur vos données demande plus d’un mois. Voici pourquoi :

<?cs var:Courriel.texte ?>

Vous aurez notre réponse avant le <?cs var:Courriel.echeance ?>.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
