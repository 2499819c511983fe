<?cs include:"fil/macros.cs" ?>
<div class="head"><h1><?cs var:bonjour.titre ?></h1></div>
<div class="stack g2"><?cs uvar:bonjour.corpsHtml ?><?cs # out of texte_html() ?></div>
<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
<?cs call:fichiers(fichiers) ?>
<?cs call:discussion(bonjour.id, bonjour.droit, "") ?>
