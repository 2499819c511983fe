<?cs set:Form.ecrire.label = "Les autres bénévoles peuvent m’écrire" ?>
<?cs set:Form.ecrire.aide = "L’équipe salariée et la coordination de vos groupes le peuvent toujours." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/messages">Messages</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Mes choix pour les messages</h1>
	</div>
</div>
<form class="stack read" method="post" action="/messages/choix">
	<?cs call:csrf() ?>
	<?cs call:case("ecrire") ?>
	<p><button class="btn">Enregistrer</button></p>
	<p class="m">
		Quand être prévenu-e, et si les courriels montrent le début des
		messages : <a href="/notifications/preferences">mes choix de notifications</a>.
	</p>
</form>
