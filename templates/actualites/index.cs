<?cs include:"actualites/macros.cs" ?>
<?cs def:une(a) ?>
	<article class="hero hit mt">
		<svg class="ruche" aria-hidden="true"><use href="<?cs var:Asset.icons ?>#ruche"/></svg>
		<div class="head">
			<div class="stack g2">
				<p class="row">
					<?cs if:a.sorte_titre ?><span class="tag o"><?cs var:a.sorte_titre ?></span><?cs /if ?>
					<span class="tag o"><?cs call:ic("globe") ?> <?cs var:a.pour ?></span>
				</p>
				<h2 class="h"><a href="<?cs var:url_validate(a.url) ?>"><?cs var:a.titre ?></a></h2>
				<?cs if:a.chapeau ?><p><?cs var:a.chapeau ?></p><?cs /if ?>
				<p class="s"><?cs var:a.auteur ?>, <?cs call:de_qui(a) ?></p>
			</div>
		</div>
	</article>
<?cs /def ?>

<?cs def:ligne(a) ?>
	<article class="hit stack g1">
		<p class="s m">
			<?cs if:?a.nouvelle ?><span class="tag ok">Nouveau</span> <?cs /if ?>
			<?cs call:de_qui(a) ?>
		</p>
		<h2><a href="<?cs var:url_validate(a.url) ?>"><?cs var:a.titre ?></a></h2>
		<?cs if:a.chapeau ?><p><?cs var:a.chapeau ?></p><?cs /if ?>
		<p class="row s m">
			<?cs if:a.sorte_titre ?><span><?cs call:sorte(a) ?> <?cs var:a.sorte_titre ?></span>
			<?cs elif:a.territoire ?><span><?cs call:ic("pin") ?> <?cs var:a.territoire ?></span>
			<?cs /if ?>
			<?cs call:echos(a) ?>
		</p>
	</article>
<?cs /def ?>

<div class="head">
	<div>
		<h1>Actualités</h1>
		<p>Ce qui se passe dans l’association, au Siège et près de vous.</p>
	</div>
	<?cs if:?Droits.ecrit ?>
		<a class="btn" href="/actualites/nouvelle"><?cs call:ic("pen") ?> Écrire une actualité</a>
	<?cs /if ?>
</div>
<nav class="tabs" aria-label="Nouvelles">
	<a href="/actualites" aria-current="page">Actualités</a>
	<a href="/lettres">Lettres d’info</a>
</nav>
<div class="row g3">
	<nav class="seg" aria-label="Afficher">
		<?cs each:p = Filtre.portees ?>
			<a href="<?cs var:url_validate(p.url) ?>"<?cs if:?p.ici ?> aria-current="true"<?cs /if ?>>
				<?cs var:p.libelle ?>
			</a>
		<?cs /each ?>
	</nav>
	<form class="row nw push" method="get" action="/actualites" role="search"
			aria-label="Chercher dans les actualités">
		<div class="find grow">
			<label class="vh" for="nq">Mot ou sujet</label>
			<?cs call:ic("search") ?>
			<input type="search" id="nq" name="q" maxlength="200" placeholder="Mot ou sujet"
				value="<?cs var:Filtre.q ?>">
		</div>
		<button class="btn b2">Chercher</button>
	</form>
	<details class="drop">
		<summary class="btn b2"><?cs call:ic("filter") ?> Filtres</summary>
		<form class="stack g3" method="get" action="/actualites">
			<?cs each:f = Filtre.champs ?><?cs call:facette(f) ?><?cs /each ?>
			<?cs each:g = Filtre.gardes ?>
				<input type="hidden" name="<?cs var:g.cle ?>" value="<?cs var:g.valeur ?>">
			<?cs /each ?>
			<button class="btn">Appliquer</button>
		</form>
	</details>
</div>
<?cs if:subcount(Filtre.actifs) ?>
	<p class="row mt" aria-label="Filtres actifs" role="group">
		<?cs each:a = Filtre.actifs ?>
			<a class="tag chip" href="<?cs var:url_validate(a.url) ?>">
				<?cs var:a.libelle ?> <?cs call:ic("x") ?><span class="vh">, retirer ce filtre</span>
			</a>
		<?cs /each ?>
	</p>
<?cs /if ?>
<?cs each:i = inconnus ?>
	<div class="alert warn mt" role="status">
		<?cs call:ic("warn") ?>
		<p>
			Le filtre « <?cs var:i.libelle ?> » ne connaît pas « <?cs var:i.valeur ?> » : rien n’est montré.
		</p>
		<p><a href="<?cs var:url_validate(i.url) ?>">Retirer ce filtre</a></p>
	</div>
<?cs /each ?>
<?cs each:a = items ?><?cs if:?a.hero ?><?cs call:une(a) ?><?cs /if ?><?cs /each ?>
<div class="cols mt">
	<div>
		<?cs if:subcount(items) ?>
			<div class="rows">
				<?cs each:a = items ?>
					<?cs if:!?a.hero ?><?cs call:ligne(a) ?><?cs /if ?>
				<?cs /each ?>
			</div>
			<div class="row mt">
				<p class="s m">
					<?cs var:Filtre.total ?> actualité<?cs call:s(Filtre.total) ?>
				</p>
				<details class="drop push">
					<summary class="btn b3"><?cs call:ic("get") ?> Exporter</summary>
					<div class="stack g1">
						<a class="btn b3" href="<?cs var:url_validate(Filtre.xlsx) ?>">Tableur (.xlsx)</a>
						<a class="btn b3" href="<?cs var:url_validate(Filtre.csv) ?>">Texte (.csv)</a>
						<a class="btn b3" href="<?cs var:url_validate(Filtre.json) ?>">Données (.json)</a>
					</div>
				</details>
			</div>
		<?cs else ?>
			<div class="empty">
				<?cs call:ic("star") ?>
				<h2>Rien à lire ici pour le moment</h2>
				<p>Ce que publient le Siège et les groupes apparaîtra ici.</p>
				<p><a class="btn b2" href="/actualites">Voir toutes les actualités</a></p>
			</div>
		<?cs /if ?>
		<?cs call:pager(Pager) ?>
	</div>
	<aside class="stack g5">
		<?cs if:subcount(Brouillons) ?>
			<section class="panel" aria-labelledby="bro">
				<h2 id="bro">Brouillons</h2>
				<ul class="rows">
					<?cs each:b = Brouillons ?>
						<li class="hit">
							<p class="q"><a href="/actualites/<?cs var:b.id ?>"><?cs var:b.titre ?></a></p>
							<p class="s m">
								<?cs if:b.etat == "programmee" ?>Programmée, <?cs var:b.quand ?>
								<?cs else ?>Modifié <?cs var:b.quand ?>
								<?cs /if ?>
							</p>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<section class="panel" aria-labelledby="sui">
			<h2 id="sui">Ce que vous suivez</h2>
			<?cs if:subcount(Suivis) ?>
				<p class="row">
					<?cs each:g = Suivis ?>
						<a class="tag h<?cs var:g.teinte ?>" href="/groupes/<?cs var:g.id ?>">
							<?cs var:g.titre ?>
						</a>
					<?cs /each ?>
				</p>
			<?cs else ?>
				<p class="s m">Suivez un groupe depuis sa page : ses actualités viennent ici.</p>
			<?cs /if ?>
			<p class="row mt">
				<a class="btn b3" href="/groupes">Choisir</a>
				<a class="btn b3" href="/actualites/flux<?cs if:Filtre.groupe ?>?groupe=<?cs
						var:Filtre.groupe ?><?cs /if ?>">
					<?cs call:ic("link") ?> Flux privé
				</a>
			</p>
		</section>
	</aside>
</div>
