<div class="stack g1"><h1>Ce lien ne sert plus</h1>
<p class="m">Il a déjà été utilisé, ou il est trop ancien. C’est une protection : un lien ne fait entrer qu’une fois.</p></div>
<?cs set:Form.email.label = "Adresse courriel" ?>
<form class="stack" method="post" action="/connexion/lien" novalidate>
<?cs call:csrf() ?>
<?cs call:champ("email", "email", "username") ?>
<button class="btn"><?cs call:ic("mail") ?> Recevoir un nouveau lien</button>
</form>
<p class="links"><a href="/connexion">Me connecter avec mon mot de passe</a></p>
