Votre demande sur vos données

Bonjour,

À propos de votre demande du <?cs var:Courriel.recue ?> :

<?cs var:Courriel.texte ?>

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
