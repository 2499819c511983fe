Près de chez vous
<?cs if:subcount(Pres.proches) ?><?cs each:e = Pres.proches ?>
- <?cs var:e.titre ?>
  <?cs var:e.quand ?><?cs if:e.lieu ?>, <?cs var:e.lieu ?><?cs /if ?>
  <?cs var:e.lien ?>
<?cs /each ?><?cs else ?>
Rien n’est prévu tout près dans les prochaines semaines. Ailleurs et en ligne, tout est dans l’agenda :
<?cs var:Pres.agenda ?>
<?cs /if ?>
