<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/tableau-de-bord">Tableau de bord</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Ma page</h1>
		<p>
			<?cs if:?moi.depuis ?>Votre engagement depuis le <?cs var:moi.depuis ?>.
			<?cs else ?>Votre engagement, quand il commencera.
			<?cs /if ?>
		</p>
	</div>
</div>
<ul class="grid tight stats">
	<li class="panel">
		<p><b><?cs var:moi.missions ?></b> mission<?cs call:s(moi.missions) ?> en cours</p>
	</li>
	<li class="panel">
		<p><b><?cs var:moi.groupes ?></b> groupe<?cs call:s(moi.groupes) ?></p>
	</li>
	<li class="panel">
		<p>
			<b>
				<?cs var:moi.terminees ?>
			</b> mission<?cs call:s(moi.terminees) ?> terminée<?cs call:s(moi.terminees) ?>
		</p>
	</li>
</ul>
<div class="cols even">
	<section aria-labelledby="ms">
		<h2 class="ttl" id="ms">Mes missions</h2>
		<?cs if:subcount(missions) ?>
			<ul class="rows">
				<?cs each:m = missions ?>
					<li class="hit row nw g3">
						<?cs call:sigle(m) ?>
						<div class="grow">
							<p class="q">
								<?cs if:m.titre ?><a href="/groupes/<?cs var:m.id ?>"><?cs var:m.titre ?></a>
								<?cs else ?>Un groupe que vous ne voyez plus
								<?cs /if ?>
							</p>
							<p class="s m">
								<?cs var:m.type ?>
								<?cs if:m.role == "coordination" ?>
									, coordination
								<?cs /if ?>, <?cs if:?m.fin_jour ?>
									du <?cs var:m.debut_jour ?> au <?cs var:m.fin_jour ?>
								<?cs else ?>
									depuis le <?cs var:m.debut_jour ?>
								<?cs /if ?>
							</p>
						</div>
					</li>
				<?cs /each ?>
			</ul>
		<?cs else ?>
			<p class="s m">Vous n’êtes encore d’aucun groupe. <a href="/groupes">Voir les groupes</a></p>
		<?cs /if ?>
	</section>
	<section aria-labelledby="gs">
		<h2 class="ttl" id="gs">Ce que j’ai fait ici en un an</h2>
		<?cs if:subcount(gestes) ?>
			<table class="tbl" aria-labelledby="gs">
				<tbody>
					<?cs each:g = gestes ?>
						<tr>
							<th scope="row">
								<?cs if:g.sorte == "fiches" ?>Fiches complétées
								<?cs elif:g.sorte == "compte" ?>Réglages de mon compte
								<?cs elif:g.sorte == "etiquettes" ?>Étiquettes posées
								<?cs elif:g.sorte == "groupes" ?>Vie des groupes
								<?cs elif:g.sorte == "imports" ?>Tableaux importés
								<?cs elif:g.sorte == "fil" ?>Publications et réponses
								<?cs elif:g.sorte == "messages" ?>Messages
								<?cs elif:g.sorte == "actions" ?>Actions
								<?cs elif:g.sorte == "accueil" ?>Accueil et nouvelles
								<?cs elif:g.sorte == "notes" ?>Notes
								<?cs else ?>Autres gestes
								<?cs /if ?>
							</th>
							<td class="r"><b><?cs var:g.n ?></b></td>
						</tr>
					<?cs /each ?>
				</tbody>
			</table>
		<?cs else ?>
			<p class="s m">Rien encore. Commencez par <a href="/compte">compléter votre profil</a>.</p>
		<?cs /if ?>
	</section>
</div>
<?cs if:subcount(segments) ?>
	<section class="mt" aria-labelledby="sg">
		<h2 class="ttl" id="sg">
			Mes segments <a class="s push" href="/annuaire/segments">Tous les segments</a>
		</h2>
		<table class="tbl" aria-labelledby="sg">
			<tbody>
				<?cs each:s = segments ?>
					<tr>
						<th scope="row"><a href="<?cs var:url_validate(s.url) ?>"><?cs var:s.titre ?></a></th>
						<td class="r"><b><?cs var:s.texte ?></b></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
<?cs /if ?>
