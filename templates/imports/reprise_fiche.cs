<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/imports">Imports</a></li>
		<li><a href="/imports/reprise">Reprendre l’existant</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:import.nom ?></h1>
		<p>
			<?cs var:Quoi ?>.
			<?cs if:import.etat == "essai" ?>Rien n’est encore fait : voici ce qui le serait.
			<?cs elif:import.etat == "applique" ?>C’est fait.
			<?cs else ?>Tout ce qui avait été fait a été repris.
			<?cs /if ?>
		</p>
	</div>
</div>
<ul class="row g5 stats" aria-label="Bilan">
	<li>
		<b><?cs var:import.faites ?></b> ligne<?cs call:s(import.faites) ?><?cs
		if:import.etat == "essai" ?> à reprendre<?cs else ?> reprise<?cs call:s(import.faites) ?><?cs /if ?>
	</li>
	<li><b><?cs var:import.refusees ?></b> en erreur</li>
	<li><b><?cs var:import.pareilles ?></b> déjà là</li>
</ul>
<div class="row mt">
	<?cs if:import.etat == "essai" ?>
		<?cs if:import.faites > #0 ?>
			<form method="post" action="/imports/reprise/<?cs var:import.id ?>/appliquer">
				<?cs call:csrf() ?>
				<button class="btn">Reprendre ces lignes</button>
			</form>
		<?cs /if ?>
		<form method="post" action="/imports/reprise/<?cs var:import.id ?>/jeter">
			<?cs call:csrf() ?>
			<button class="btn b3">Jeter ce fichier</button>
		</form>
	<?cs elif:import.annulable ?>
		<form method="post" action="/imports/reprise/<?cs var:import.id ?>/annuler">
			<?cs call:csrf() ?>
			<button class="btn b3">Annuler toute cette reprise</button>
		</form>
	<?cs /if ?>
</div>
<?cs if:subcount(refus) ?>
	<section class="mt" aria-labelledby="refus">
		<h2 class="ttl" id="refus">Lignes en erreur</h2>
		<ul class="stack g2">
			<?cs each:l = refus ?>
				<li>
					<b>Ligne <?cs var:l.numero ?></b> : <?cs var:l.message ?>
					<small class="m"><?cs var:l.extrait ?></small>
				</li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
<?cs if:subcount(faites) ?>
	<section class="mt" aria-labelledby="lignes">
		<h2 class="ttl" id="lignes">
			<?cs if:import.etat == "essai" ?>Lignes à reprendre<?cs else ?>Lignes reprises<?cs /if ?>
		</h2>
		<ul class="stack g1">
			<?cs each:l = faites ?>
				<li class="s"><b>Ligne <?cs var:l.numero ?></b> : <?cs var:l.extrait ?></li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
