<?cs include:"contacts/tete.cs" ?>
<?cs include:"contacts/etape.cs" ?>
<div class="stack g5">
	<nav class="seg" aria-label="Genre d’étape">
		<a href="/contacts/<?cs var:contact.id ?>/parcours"
				<?cs if:Filtre.genre == "" ?> aria-current="true"<?cs /if ?>>
			Tout
		</a>
		<?cs each:g = Filtre.genres ?>
			<a href="<?cs var:url_validate(g.url) ?>"<?cs if:?g.ici ?> aria-current="true"<?cs /if ?>>
				<?cs var:g.libelle ?>
			</a>
		<?cs /each ?>
	</nav>
	<?cs if:subcount(items) ?>
		<div class="ttl">
			<h2><?cs var:total ?> étape<?cs call:s(total) ?></h2>
			<div class="push">
				<?cs set:Export.p = "/contacts/" + contact.id + "/parcours" ?>
				<?cs set:Export.q = "genre=" + Filtre.genre ?>
				<?cs call:exporter(Export.p, Export.q) ?>
			</div>
		</div>
		<ol class="line" aria-label="Étapes, la plus récente d’abord">
			<?cs each:h = items ?><?cs call:etape(h) ?><?cs /each ?>
		</ol>
		<?cs call:pager(Pager) ?>
	<?cs else ?>
		<div class="panel empty">
			<?cs call:vide("history", "Rien ici",
				"Ce qui commence et ce qui finit s’écrit ici de soi-même : missions, statut, formations.") ?>
		</div>
	<?cs /if ?>
</div>
