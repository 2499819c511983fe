<?cs include:"connexion/parti.cs" ?>
<?cs set:Page.etape = #1 ?>
<?cs include:"inscription/etapes.cs" ?>
<?cs call:parti() ?>
<p>
	Ouvrez le lien qu’il contient pour continuer. Il sert une seule fois
	<?cs if:?validite ?> et reste valable <?cs var:validite ?><?cs /if ?>.
</p>
<?cs call:rien_recu() ?>
<p><a class="btn b2" href="/inscription">Essayer une autre adresse</a></p>
