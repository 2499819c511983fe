<?cs def:proche(l, mots) ?>
	<?cs if:?l.id ?>
		<p>
			<span class="s m"><?cs var:mots ?></span><br>
			<a href="/lettres/<?cs var:l.id ?>/lire"><?cs var:l.titre ?></a>
		</p>
	<?cs /if ?>
<?cs /def ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:lettre.titre ?></h1>
		<p><?cs var:lettre.sorte_titre ?>, <?cs var:lettre.date ?></p>
	</div>
	<?cs if:Droits.gere ?>
		<a class="btn b2" href="/lettres/<?cs var:lettre.id ?>"><?cs call:ic("send") ?> Son envoi</a>
	<?cs /if ?>
</div>
<div class="cols">
	<div class="stack g4">
		<?cs if:lettre.en_ligne ?>
			<iframe class="letter" src="/lettres/<?cs var:lettre.id ?>/en-ligne"
				title="La lettre : <?cs var:lettre.titre ?>"></iframe>
			<p class="s">
				<a href="/lettres/<?cs var:lettre.id ?>/en-ligne">Ouvrir la lettre seule</a>
			</p>
		<?cs else ?>
			<div class="read">
				<?cs each:b = Blocs ?><?cs uvar:b.texteHtml ?><?cs # out of texte_html() ?><?cs /each ?>
			</div>
		<?cs /if ?>
		<?cs call:etiquettes(Etiquettes, "/lettres?tag=") ?>
	</div>
	<aside class="stack g5">
		<?cs if:?Avant.id || ?Apres.id ?>
			<nav class="panel" aria-label="Avant et après">
				<?cs call:proche(Avant, "Avant") ?>
				<?cs call:proche(Apres, "Après") ?>
			</nav>
		<?cs /if ?>
		<?cs if:subcount(Proches) ?>
			<section class="panel" aria-labelledby="proches">
				<h2 id="proches">Sur le même sujet</h2>
				<ul class="rows">
					<?cs each:l = Proches ?>
						<li>
							<a href="/lettres/<?cs var:l.id ?>/lire"><?cs var:l.titre ?></a><br>
							<span class="s m"><?cs var:l.date ?></span>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
	</aside>
</div>
