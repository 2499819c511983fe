<?cs var:Rendu.sujet ?>

<?cs each:b = Rendu.blocs ?><?cs if:b.genre == "titre" ?><?cs var:b.texte ?>
<?cs elif:b.genre == "bouton" ?><?cs var:b.texte ?> :
<?cs var:b.lien ?>
<?cs elif:b.genre == "image" ?><?cs if:b.alt ?>[<?cs var:b.alt ?>]
<?cs if:b.lien ?><?cs var:b.lien ?>
<?cs /if ?><?cs /if ?><?cs elif:?b.texte ?><?cs var:b.texte ?>
<?cs else ?><?cs var:b.titre ?>
<?cs if:b.quand ?><?cs var:b.quand ?>
<?cs /if ?><?cs if:b.lieu ?><?cs var:b.lieu ?>
<?cs /if ?><?cs var:b.lien ?>
<?cs /if ?>
<?cs /each ?>--
<?cs var:Rendu.org ?><?cs if:Rendu.adresse ?>
<?cs var:Rendu.adresse ?><?cs /if ?>

Vous recevez ce courriel car vous recevez : <?cs var:Rendu.sorte ?>.

Lire en ligne :
<?cs var:Rendu.ligne ?>

Mes préférences :
<?cs var:Rendu.preferences ?>

Me désinscrire de cette lettre :
<?cs var:Rendu.adieu ?>
