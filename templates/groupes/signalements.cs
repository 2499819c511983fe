<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
		<?cs if:?groupe.id ?>
			<li><a href="/groupes/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
		<?cs /if ?>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Signalements</h1>
		<p>Ce que des personnes vous demandent de vérifier.</p>
	</div>
</div>
<?cs if:subcount(items) ?>
	<ul class="rows">
		<?cs each:s = items ?>
			<li class="stack g2">
				<p class="row">
					<?cs if:s.etat == "ouvert" ?><span class="tag warn">À vérifier</span>
					<?cs elif:s.etat == "retire" ?><span class="tag bad">Retiré</span>
					<?cs else ?><span class="tag ok">Gardé</span>
					<?cs /if ?>
					<b><?cs var:s.motif ?></b>
				</p>
				<p class="s m">
					Signalé par <?cs if:s.par != "" ?><?cs var:s.par ?>
					<?cs else ?>une personne effacée
					<?cs /if ?>, <?cs call:quand(s.quand, s.cree_le) ?>, dans <?cs var:s.groupe ?>. Écrit
					par <?cs var:s.auteur ?>. <a href="<?cs var:url_validate(s.url) ?>">Voir sur place</a>
				</p>
				<?cs if:s.texte != "" || s.titre != "" ?>
					<blockquote class="panel">
						<?cs if:s.titre != "" ?><b><?cs var:s.titre ?></b> <?cs /if ?><?cs var:s.texte ?>
					</blockquote>
				<?cs /if ?>
				<?cs if:s.etat == "ouvert" ?>
					<form class="row" method="post" action="/groupes/signalements/<?cs var:s.id ?>">
						<?cs call:csrf() ?>
						<?cs if:?groupe.id ?>
							<input type="hidden" name="retour"
								value="/groupes/<?cs var:groupe.id ?>/signalements">
						<?cs /if ?>
						<button class="btn bad" name="etat" value="retire">Retirer le texte</button>
						<button class="btn b2" name="etat" value="garde">Le laisser</button>
					</form>
				<?cs /if ?>
			</li>
		<?cs /each ?>
	</ul>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("check") ?>
		<h2>Rien à vérifier</h2>
		<p>Personne n’a signalé de texte.</p>
	</div>
<?cs /if ?>
