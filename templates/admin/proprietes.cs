<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/correspondance">Champs de HubSpot</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Reprendre une propriété</h1>
		<p>
			Elle remplit un champ d’ici dès la prochaine lecture de HubSpot : dans les fiches, les filtres,
			les exports. Vous pourrez ne plus la reprendre.
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs if:?correspondance.erreur ?><?cs call:alerte("bad", correspondance.erreur) ?><?cs /if ?>
<?cs call:erreurs() ?>
<nav class="seg" aria-label="Quelles propriétés">
	<a href="/admin/correspondance/nouvelles"<?cs if:!?Filtre.toutes ?> aria-current="true"<?cs /if ?>>
		Créées par l’association
	</a>
	<a href="/admin/correspondance/nouvelles?toutes=1"
			<?cs if:?Filtre.toutes ?> aria-current="true"<?cs /if ?>>
		Toutes
	</a>
</nav>
<?cs if:subcount(nouvelles) ?>
	<ul class="rows mt">
		<?cs each:p = nouvelles ?>
			<li class="row">
				<div class="grow">
					<b><?cs var:p.libelle ?></b> <small><?cs var:p.nom ?>, <?cs var:p.mots ?></small>
				</div>
				<form class="row nw" method="post" action="/admin/correspondance">
					<?cs call:csrf() ?>
					<input type="hidden" name="propriete" value="<?cs var:p.nom ?>">
					<label class="vh" for="l-<?cs var:p.nom ?>">Qui pourra lire <?cs var:p.libelle ?></label>
					<select id="l-<?cs var:p.nom ?>" name="lecture">
						<?cs if:Droits.complet ?>
							<option value="4">L’équipe salariée</option>
							<option value="3">La coordination aussi</option>
							<option value="2">Son groupe aussi</option>
							<option value="1">Qui voit la personne</option>
						<?cs /if ?>
						<option value="5">L’administration seule</option>
					</select>
					<button class="btn b2">Reprendre</button>
				</form>
			</li>
		<?cs /each ?>
	</ul>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("cols") ?>
		<h2>Rien à reprendre</h2>
		<p>Toutes les propriétés sont reprises, ou la liste arrive avec la première lecture de HubSpot.</p>
	</div>
<?cs /if ?>
