[Essai] <?cs var:Courriel.objet ?>
<?cs var:Courriel.texte ?>
