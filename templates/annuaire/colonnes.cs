<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Colonnes à montrer</h1>
		<p>
			Le nom est toujours là. L’export prend les mêmes colonnes. Sans aucune case cochée, ce sont les
			colonnes habituelles.
		</p>
	</div>
</div>
<form class="stack" method="get" action="/annuaire">
	<?cs each:g = Filtre.gardes ?>
		<input type="hidden" name="<?cs var:g.cle ?>" value="<?cs var:g.valeur ?>">
	<?cs /each ?>
	<fieldset>
		<legend class="vh">Colonnes</legend>
		<div class="grid">
			<?cs each:c = Filtre.colonnes ?>
				<label class="ck">
					<input type="checkbox" name="col" value="<?cs var:c.cle ?>"
						<?cs if:c.choisi ?> checked<?cs /if ?>> <?cs var:c.libelle ?>
				</label>
			<?cs /each ?>
		</div>
	</fieldset>
	<div class="row"><button class="btn">Afficher</button></div>
</form>
