<div class="head"><div><h1><?cs if:?desinscription.fait ?>C’est fait<?cs else ?>Ne plus recevoir ces messages<?cs /if ?></h1></div></div>
<div class="stack read">
<?cs if:?desinscription.fait ?>
<?cs call:alerte("ok", "Vous ne recevrez plus d’invitation à créer un compte.") ?>
<p>Les messages qui répondent à une de vos demandes, comme un lien pour entrer, continuent d’arriver.</p>
<p class="row"><a class="btn b2" href="/">Aller à l’accueil</a></p>
<?cs else ?>
<p>Un groupe ou le Siège vous a écrit pour vous inviter à créer un compte. Vous pouvez ne plus recevoir ces invitations.</p>
<form method="post" action="/public/sans-courriel/<?cs var:desinscription.jeton ?>"><div class="row"><button class="btn">Ne plus m’inviter</button></div></form>
<p class="s m">Les messages qui répondent à une de vos demandes continueront d’arriver.</p>
<?cs /if ?>
</div>
