<div class="stack g1">
	<h1>Partir maintenant ?</h1>
	<p class="m">Sur un appareil partagé, déconnectez-vous toujours.</p>
</div>
<form class="row" method="post" action="/deconnexion">
	<?cs call:csrf() ?>
	<button class="btn">Me déconnecter</button>
	<a class="btn b2" href="/">Rester</a>
</form>
