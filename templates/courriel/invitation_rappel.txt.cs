Rappel : votre place dans <?cs var:Courriel.site ?>

<?cs include:"courriel/invitation_corps.txt.cs" ?>
