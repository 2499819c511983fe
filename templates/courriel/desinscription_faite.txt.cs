Vous ne recevrez plus certains courriels

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Le lien d’un de nos courriels vient de servir, sans connexion, à ne plus vous envoyer <?cs if:Courriel.genre == "resume" ?>le résumé.<?cs elif:subcount(Courriel.genres) ?>de courriel pour :
<?cs each:g = Courriel.genres ?>
- <?cs var:g.libelle ?><?cs /each ?>
<?cs else ?>d’invitation à créer un compte.<?cs /if ?>

C’était vous ? Il n’y a rien à faire.

Ce n’était pas vous ? Quelqu’un a pu lire ce lien, par exemple dans un courriel transféré. Pour recevoir de nouveau ces messages et que le lien ne vaille plus rien :
<?cs var:Courriel.retour ?>

<?cs var:Courriel.site ?>, <?cs var:Courriel.org ?>
