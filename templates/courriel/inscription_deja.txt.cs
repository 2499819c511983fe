Vous êtes déjà de la partie, <?cs var:Courriel.jour ?>

<?cs var:Courriel.prenom ?>, quelqu’un, vous sans doute, vient de donner cette adresse pour s’inscrire :

<?cs var:Courriel.titre ?>
<?cs var:Courriel.quand ?>
<?cs if:Courriel.lieu ?><?cs var:Courriel.lieu ?>
<?cs /if ?>
Votre compte a déjà une inscription à cet événement. Elle n’a pas changé. Vous pouvez la voir, la modifier ou libérer la place :
<?cs var:Courriel.lien ?>

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
