Votre compte sera bientôt fermé

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Votre compte n’a pas servi depuis longtemps.
Il sera fermé le <?cs var:Courriel.jour ?>.

Je reste : <?cs var:Courriel.lien ?>

Fermé, il n’est pas effacé : un lien par courriel le rouvre.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
