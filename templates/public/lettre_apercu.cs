<div class="head">
	<div>
		<h1>Se désinscrire</h1>
	</div>
</div>
<div class="stack read">
	<p>
		Ce lien est celui d’un aperçu ou de la lettre en ligne : il ne désinscrit personne. Dans le
		courriel que chaque personne reçoit, il mène à son propre bouton.
	</p>
	<p class="row">
		<a class="btn b2" href="/notifications/preferences?sur=actualites">Voir tous mes choix</a>
	</p>
</div>
