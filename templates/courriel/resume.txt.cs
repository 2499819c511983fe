<?cs if:Courriel.chaque_jour ?>Ma journée<?cs else ?>Ma semaine<?cs /if ?> dans <?cs var:Courriel.site ?> : <?cs var:Courriel.nombre ?> nouvelle<?cs if:Courriel.nombre > #1 ?>s<?cs /if ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>, voici ce que vous n’avez pas encore vu.
<?cs each:g = Courriel.genres ?>

<?cs var:g.libelle ?>
<?cs each:l = g.lignes ?>
- <?cs var:l.phrase ?>, <?cs var:l.quand ?>
  <?cs var:Courriel.url ?><?cs var:l.url ?><?cs /each ?>
<?cs /each ?>
Ne plus recevoir ce résumé : <?cs var:Courriel.desinscription ?>
Changer son jour, son heure ou ce qu’il contient : <?cs var:Courriel.url ?>/notifications/preferences

