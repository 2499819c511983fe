<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Carte des groupes</h1>
		<p><?cs var:Filtre.total_texte ?>, rangés par département.</p>
	</div>
</div>
<nav class="seg" aria-label="Vue">
	<a href="/groupes">Liste</a>
	<a href="/groupes?qui=miens">Les miens</a>
	<a href="/groupes?vue=carte" aria-current="true">Carte</a>
	<a href="/groupes?vue=arbre">Arbre</a>
</nav>
<div class="cols mt">
	<div><?cs call:carte_de_france("les groupes sont surtout ici") ?></div>
	<aside>
		<section aria-labelledby="lieux">
			<h2 class="ttl" id="lieux">Par département</h2>
			<?cs if:subcount(lieux) ?>
				<ul class="rows">
					<?cs each:l = lieux ?>
						<li class="hit row nw">
							<p class="grow q">
								<?cs if:?l.url ?>
									<a href="<?cs var:url_validate(l.url) ?>"><?cs var:l.nom ?></a>
								<?cs else ?>
									<?cs var:l.nom ?>
								<?cs /if ?>
							</p>
							<span class="m"><?cs var:l.n ?></span>
						</li>
					<?cs /each ?>
				</ul>
			<?cs else ?>
				<p class="m">Aucun groupe à montrer.</p>
			<?cs /if ?>
		</section>
	</aside>
</div>
