Le journal a été retouché

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

La vérification de cette nuit ne retrouve pas la chaîne du journal : une ligne a été changée
ou retirée sans passer par l’application.
<?cs if:Courriel.ligne ?>La première ligne qui ne tient pas est la ligne <?cs var:Courriel.ligne ?>.
<?cs else ?>Des lignes manquent à la fin.
<?cs /if ?><?cs if:Courriel.temoin ?>Une tête de chaîne gardée ailleurs n’y est plus : <?cs var:Courriel.temoin ?>
<?cs /if ?>
N’effacez rien, prévenez votre hébergeur et la personne chargée de la protection des données.
Le journal : <?cs var:Site.url ?>/admin/journal

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
