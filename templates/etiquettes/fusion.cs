<?cs set:Form.nom.label = "Étiquette à garder" ?>
<?cs set:Form.nom.aide = "Son nom exact." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/etiquettes">Étiquettes</a></li>
		<li><a href="/etiquettes/<?cs var:etiquette.id ?>"><?cs var:etiquette.nom ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Fusionner « <?cs var:etiquette.nom ?> »</h1>
		<p>Tout ce qui la porte portera l’étiquette que vous gardez. Rien n’est fait avant votre accord.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<?cs if:?vers.id ?>
	<section class="panel stack read" aria-labelledby="effet">
		<h2 id="effet">Ce qui va changer</h2>
		<ul class="stack g1">
			<li>
				<span class="tag h<?cs var:etiquette.teinte ?>"><?cs var:etiquette.nom ?></span> disparaît :
				elle est
				sur <?cs var:nb(etiquette.utilisations) ?> fiche<?cs call:s(etiquette.utilisations) ?>,
				dont <?cs var:vers.communs ?> porte<?cs if:vers.communs > #1 ?>nt<?cs /if ?> déjà l’autre.
			</li>
			<li>
				<span class="tag h<?cs var:vers.teinte ?>"><?cs var:vers.nom ?></span> reste :
				de <?cs var:vers.avant ?>, elle passe
				à <?cs var:nb(vers.apres) ?> fiche<?cs call:s(vers.apres) ?>.
			</li>
			<li>
				Les liens et les fichiers qui disent encore « <?cs var:etiquette.nom ?> » mèneront à
				« <?cs var:vers.nom ?> ».
			</li>
		</ul>
		<?cs if:subcount(exemples) ?>
			<p>
				Par exemple : <?cs each:e = exemples ?>
					<?cs if:!first(e) ?>, <?cs /if ?><?cs var:e.titre ?>
				<?cs /each ?>.
			</p>
		<?cs /if ?>
		<form method="post" action="/etiquettes/<?cs var:etiquette.id ?>/fusionner">
			<?cs call:csrf() ?>
			<input type="hidden" name="vers" value="<?cs var:vers.id ?>">
			<div class="row">
				<button class="btn bad">Fusionner les deux étiquettes</button>
				<a class="btn b3" href="/etiquettes/<?cs var:etiquette.id ?>">Les garder toutes deux</a>
			</div>
		</form>
		<p class="hint">Une fusion ne se défait pas ; le journal garde ce qu’il y avait.</p>
	</section>
<?cs else ?>
	<form class="stack read" method="get" action="/etiquettes/<?cs var:etiquette.id ?>/fusionner">
		<?cs call:champ("text", "nom", "") ?>
		<?cs if:subcount(Proches) ?>
			<div>
				<p>Celles qui lui ressemblent :</p>
				<ul class="row">
					<?cs each:p = Proches ?>
						<li>
							<a class="tag" href="<?cs var:url_validate(p.fusion) ?>"><?cs var:p.nom ?></a>
						</li>
					<?cs /each ?>
				</ul>
			</div>
		<?cs /if ?>
		<div class="row">
			<button class="btn">Voir ce qui va changer</button>
			<a class="btn b3" href="/etiquettes/<?cs var:etiquette.id ?>">Annuler</a>
		</div>
	</form>
<?cs /if ?>
