Journal : la tête de chaîne de la semaine

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

Le journal a été vérifié <?cs var:Courriel.depuis ?> : <?cs var:nb(Courriel.lignes) ?> lignes, aucune retouche.
Gardez ce message : il permettra de prouver que rien n’a été retiré depuis.

Ligne <?cs var:Courriel.derniere ?>
Empreinte <?cs var:Courriel.tete ?>

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
