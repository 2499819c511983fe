Demande d’effacement <?cs var:de(Courriel.qui) ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.qui ?> demande l’effacement de ses données :

<?cs var:Courriel.url ?><?cs var:Courriel.fiche ?>

<?cs if:Courriel.message ?>Son message : <?cs var:Courriel.message ?>

<?cs /if ?>L’effacement se fait dans HubSpot (« Supprimer, RGPD »), dans le mois ; il vaut ensuite ici.

<?cs var:Courriel.site ?>, <?cs var:Courriel.org ?>

