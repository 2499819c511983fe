<?cs include:"connexion/parti.cs" ?>
<?cs call:parti() ?>
<p>
	Il contient un lien qui vous fait entrer sans mot de passe. Il sert une seule fois
	<?cs if:?validite ?> et reste valable <?cs var:validite ?><?cs /if ?>.
</p>
<?cs call:rien_recu() ?>
<p><a class="btn b2" href="/connexion">Revenir à la connexion</a></p>
