<div class="head">
	<div>
		<h1>Étiquettes</h1>
		<p>Des mots posés sur les personnes, les groupes et le reste, pour les retrouver ensemble.</p>
	</div>
	<div class="row">
		<?cs if:Droits.cree ?>
			<a class="btn" href="/etiquettes/nouvelle"><?cs call:ic("plus") ?> Nouvelle étiquette</a>
		<?cs /if ?>
		<?cs if:Droits.familles ?>
			<a class="btn b2" href="/etiquettes/familles"><?cs call:ic("tune") ?> Familles</a>
		<?cs /if ?>
		<?cs call:exporter("/etiquettes", "") ?>
	</div>
</div>
<form class="row" method="get" action="/etiquettes" role="search" aria-label="Chercher une étiquette">
	<div class="find grow">
		<label class="vh" for="eq">Nom de l’étiquette</label>
		<?cs call:ic("search") ?>
		<input type="search" id="eq" name="q" maxlength="80" value="<?cs var:Filtre.q ?>"
			placeholder="Nom de l’étiquette…">
	</div>
	<?cs if:Filtre.inutiles ?><input type="hidden" name="vue" value="inutiles"><?cs /if ?>
	<button class="btn b2">Chercher</button>
</form>
<nav class="seg mt" aria-label="Étiquettes à montrer">
	<a href="/etiquettes"<?cs if:!Filtre.inutiles ?> aria-current="true"<?cs /if ?>>Toutes</a>
	<a href="/etiquettes?vue=inutiles"<?cs if:Filtre.inutiles ?> aria-current="true"<?cs /if ?>>
		Sans usage <span class="m"><?cs var:Filtre.n_inutiles ?></span>
	</a>
</nav>
<?cs if:subcount(items) ?>
	<p class="mt"><b><?cs var:total ?> étiquette<?cs call:s(total) ?></b></p>
	<section class="scroll" tabindex="0" aria-labelledby="liste">
		<table class="tbl">
			<caption class="vh" id="liste">Étiquettes</caption>
			<thead>
				<tr>
					<th scope="col">Étiquette</th>
					<th scope="col" class="opt">Famille</th>
					<th scope="col" class="r">Utilisations</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:e = items ?>
					<tr>
						<th scope="row">
							<a class="tag h<?cs var:e.teinte ?>" href="/etiquettes/<?cs var:e.id ?>">
								<?cs var:e.nom ?>
							</a>
						</th>
						<td class="opt"><?cs var:e.famille ?></td>
						<td class="r"><?cs var:e.utilisations ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("tag") ?>
		<h2>
			<?cs if:Filtre.inutiles ?>
				Toutes les étiquettes servent
			<?cs else ?>
				<?cs if:Filtre.q ?>Aucune étiquette de ce nom<?cs else ?>Pas encore d’étiquette<?cs /if ?>
			<?cs /if ?>
		</h2>
		<p>
			<?cs if:Filtre.inutiles ?>
				Il n’y a rien à ranger.
			<?cs else ?>
				<?cs if:Filtre.q ?>
					Essayez un autre mot, ou créez-la.
				<?cs else ?>
					Créez la première : elle se pose ensuite sur des personnes, des groupes, des publications.
				<?cs /if ?>
			<?cs /if ?>
		</p>
		<p>
			<?cs if:Filtre.inutiles ?><a class="btn b2" href="/etiquettes">Voir toutes les étiquettes</a>
			<?cs elif:Droits.cree ?><a class="btn b2" href="/etiquettes/nouvelle">Nouvelle étiquette</a>
			<?cs /if ?>
		</p>
	</div>
<?cs /if ?>
