<?cs var:Courriel.qui ?> vous invite dans <?cs var:Courriel.site ?>

<?cs include:"courriel/invitation_corps.txt.cs" ?>
