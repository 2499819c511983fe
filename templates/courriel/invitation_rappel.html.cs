<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Votre place vous attend toujours</h1>
<?cs include:"courriel/invitation_corps.html.cs" ?>
<?cs include:"courriel/pied.html.cs" ?>
