<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Tous les filtres</h1>
		<p>Chaque filtre réduit la liste ; laissez vide ce qui n’importe pas.</p>
	</div>
</div>
<form class="stack" method="get" action="/annuaire" role="search" aria-label="Filtrer l’annuaire">
	<div class="f">
		<label for="aq">Nom, courriel, téléphone, ville</label>
		<input type="search" id="aq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>">
	</div>
	<div class="grid"><?cs each:c = Filtre.champs ?><?cs call:facette(c) ?><?cs /each ?></div>
	<?cs each:c = Filtre.gardes ?>
		<input type="hidden" name="<?cs var:c.cle ?>" value="<?cs var:c.valeur ?>">
	<?cs /each ?>
	<div class="row">
		<button class="btn">Voir les résultats</button>
		<?cs if:?Filtre.suite ?>
			<button class="btn b2" formaction="/annuaire/filtres" name="suite"
					value="<?cs var:Filtre.suite ?>">
				Autres filtres
			</button>
		<?cs /if ?>
		<?cs if:?Filtre.debut ?>
			<button class="btn b2" formaction="/annuaire/filtres">Premiers filtres</button>
		<?cs /if ?>
		<a class="btn b3" href="/annuaire">Tout effacer</a>
	</div>
</form>
