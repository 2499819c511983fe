<?cs set:Form.sorte.label = "Quelle lettre ?" ?>
<?cs set:Form.lisible.label = "Qui les lira dans les archives ?" ?>
<?cs set:Form.lisible.long = "1" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Reprendre d’anciennes lettres</h1>
		<p>
			Elles rejoignent les archives à leur date, et rien n’est envoyé. Leurs mots, leurs listes et
			leurs liens sont repris, sans les images ni la mise en page.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<?cs if:?Reprise.prises ?>
	<section class="panel stack" role="status" aria-labelledby="bilan">
		<h2 id="bilan">
			<?cs var:Reprise.prises ?> reprise<?cs call:s(Reprise.prises) ?>, <?cs
				var:Reprise.deja ?> déjà là, <?cs var:Reprise.refus ?> refusée<?cs call:s(Reprise.refus) ?>
		</h2>
		<ul class="rows">
			<?cs each:f = Refus ?>
				<li class="hit"><b><?cs var:f.nom ?></b> : <?cs var:f.pourquoi ?></li>
			<?cs /each ?>
			<?cs each:f = Prises ?>
				<li class="hit"><a href="/lettres/<?cs var:f.id ?>/lire"><?cs var:f.nom ?></a></li>
			<?cs /each ?>
			<?cs each:f = Deja ?>
				<li class="hit"><?cs var:f.nom ?> <span class="s m">déjà là</span></li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
<form class="stack g4" method="post" action="/lettres/reprise" enctype="multipart/form-data">
	<?cs call:csrf() ?>
	<div class="f">
		<label for="f-fichier">Fichiers .html</label>
		<p class="hint" id="h-fichier">
			Vingt à la fois, 2 Mo chacun, 25 Mo en tout. La date d’envoi se lit dans le nom
			(année-mois-jour.html), sinon dans le fichier. Le même fichier deux fois ne compte qu’une.
		</p>
		<input type="file" id="f-fichier" name="fichier" accept=".html,.htm" multiple required
			aria-describedby="h-fichier<?cs if:?Form.fichier.error ?> e-fichier<?cs /if ?>"
			<?cs if:?Form.fichier.error ?> aria-invalid="true"<?cs /if ?>>
		<?cs call:_erreur("fichier") ?>
	</div>
	<?cs call:liste("sorte", Genres, "") ?>
	<?cs call:choix("radio", "lisible", Lisibles) ?>
	<p class="row"><button class="btn">Reprendre</button></p>
</form>
