<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Supprimer le brouillon</h1>
		<p><?cs var:evenement.titre ?></p>
	</div>
</div>
<div class="stack read">
	<p>
		Son texte et ses fichiers disparaissent. Personne d’autre que vous et qui organise avec vous ne l’a
		vu.
	</p>
	<form class="row" method="post" action="/agenda/<?cs var:evenement.id ?>/supprimer">
		<?cs call:csrf() ?>
		<button class="btn">Supprimer le brouillon</button>
		<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>">Revenir</a>
	</form>
</div>
