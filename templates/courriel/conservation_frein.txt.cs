Des effacements attendent votre accord

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

D’après les durées de conservation, <?cs var:nb(Courriel.personnes) ?> personnes seraient prévenues ou
effacées d’un coup. C’est beaucoup : rien n’a été fait.

Regardez la liste, et décidez : <?cs var:Courriel.url ?>/admin/conservation

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
