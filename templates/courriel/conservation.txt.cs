Vos informations seront bientôt effacées

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Nous n’avons pas échangé depuis longtemps.
Vos informations seront effacées le <?cs var:Courriel.jour ?>.

Je reste : <?cs var:Courriel.lien ?>

Si vous ne faites rien, il ne restera que des totaux, sans votre nom.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
