<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Modèles de lettres</h1>
		<p>Une lettre commence d’un modèle ; le modèle ne part jamais.</p>
	</div>
	<a class="btn" href="/lettres/nouvelle"><?cs call:ic("pen") ?> Écrire une lettre</a>
</div>
<?cs if:subcount(Modeles) ?>
	<ul class="rows">
		<?cs each:m = Modeles ?>
			<li class="row">
				<a class="grow" href="/lettres/<?cs var:m.valeur ?>/contenu"><?cs var:m.titre ?></a>
				<small class="m">modifié le <?cs var:m.quand ?></small>
				<a class="btn b2" href="/lettres/nouvelle?depuis=<?cs var:m.valeur ?>">
					Commencer une lettre<span class="vh"> <?cs var:de(m.titre) ?></span>
				</a>
			</li>
		<?cs /each ?>
	</ul>
<?cs else ?>
	<p class="m">
		Aucun modèle pour le moment : « Enregistrer comme modèle » est sur la page de chaque lettre.
	</p>
<?cs /if ?>
