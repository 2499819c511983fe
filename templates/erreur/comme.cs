<div class="empty">
	<?cs call:ic("eye") ?>
	<h1>En lecture seule</h1>
	<p>
		Vous voyez l’espace comme <?cs var:User.prenom ?> <?cs var:User.nom ?> : ni ses messages ni ses notes
		ne se lisent, et rien ne s’écrit en son nom.
	</p>
	<p><a class="btn b2" href="/">Revenir à l’accueil</a></p>
</div>
