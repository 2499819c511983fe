Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.site ?> est l’espace des personnes engagées avec <?cs var:Courriel.org ?>.
<?cs if:?Courriel.groupe ?>« <?cs var:Courriel.groupe ?> » s’y retrouve. <?cs /if ?>Pour créer votre compte, ouvrez :

<?cs var:Courriel.url ?>/inscription

et donnez l’adresse à laquelle vous lisez ce message : <?cs var:Courriel.email ?>.

Vous ne le souhaitez pas ? Ignorez ce message : vous n’en recevrez pas plus de trois.
Pour n’en recevoir aucun : <?cs var:Courriel.desinscription ?>

<?cs var:Courriel.qui ?>, avec <?cs var:Courriel.org ?>
