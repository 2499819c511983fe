Votre demande est bien reçue

Bonjour,

Nous avons reçu le <?cs var:Courriel.recue ?> votre demande sur vos données.
Vous aurez notre réponse avant le <?cs var:Courriel.echeance ?>.

Si nous ne savons pas encore que c’est bien vous, nous vous écrirons.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
