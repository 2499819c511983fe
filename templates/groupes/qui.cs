<?cs def:lecture(q) ?>
	<p><b><?cs var:nb(q.total) ?> personne<?cs call:s(q.total) ?></b> en tout, chacune comptée une fois.</p>
	<ul class="rows">
		<?cs each:p = q.publics ?>
			<li class="row nw">
				<span class="grow">
					<?cs var:p.titre ?> <small>
						<?cs if:p.droit == #3 ?>gère
						<?cs elif:p.droit == #2 ?>lit et écrit
						<?cs else ?>lit
						<?cs /if ?>
					</small>
				</span>
				<span class="m"><?cs var:p.n ?></span>
			</li>
		<?cs /each ?>
	</ul>
<?cs /def ?>

<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1>Qui voit <?cs var:groupe.titre ?> ?</h1>
		<p>Compté à l’instant, par le test qui ouvre ou ferme les pages.</p>
	</div>
</div>
<div class="cols even">
	<section aria-labelledby="pg">
		<h2 class="ttl" id="pg">Le groupe : son nom, sa page</h2>
		<?cs call:lecture(fiche) ?>
	</section>
	<section aria-labelledby="ct">
		<h2 class="ttl" id="ct">Ce qui s’y publie</h2>
		<?cs call:lecture(contenu) ?>
	</section>
</div>
