<?cs include:"admin/conservation_mots.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/conservation">Conservation</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Fiches qui arrivent à leur terme</h1>
		<p>
			HubSpot les a encore : effacez-les là-bas aussi, avec leur numéro, qui est dans les
			tableaux à emporter.
		</p>
	</div>
	<?cs call:exporter("/admin/conservation/fiches", "") ?>
</div>
<?cs if:subcount(gens) ?>
	<ul class="rows mt">
		<?cs each:p = gens ?>
			<li class="hit row nw g3">
				<?cs call:av(p) ?>
				<div class="grow">
					<h2 class="s">
						<?cs if:p.voit ?><a href="/contacts/<?cs var:p.id ?>"><?cs /if ?>
						<?cs var:p.prenom ?> <?cs var:p.nom ?>
						<?cs if:p.voit ?></a><?cs /if ?>
					</h2>
					<p class="s m">
						<?cs call:raison_dite(p) ?>
						<?cs if:?p.fin_le ?><span>, terme le <?cs var:p.fin_le ?></span><?cs /if ?>
					</p>
				</div>
				<?cs call:action_dite(p) ?>
				<?cs if:p.action == "decider" || p.action == "sans-date" ?>
					<form method="post" action="/admin/conservation/fiches/<?cs var:p.id ?>">
						<?cs call:csrf() ?>
						<button class="btn b3">
							Laisser partir<span class="vh"> <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
						</button>
					</form>
				<?cs /if ?>
			</li>
		<?cs /each ?>
	</ul>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<?cs call:vide("clock", "Personne", "Aucune fiche n’arrive à son terme dans les 30 jours.") ?>
<?cs /if ?>
