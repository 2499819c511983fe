<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/imports">Imports</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Reprendre l’existant</h1>
		<p>
			Groupes, membres et événements d’avant, depuis un tableau. Tout est essayé d’abord, rien n’est
			fait avant que vous ayez relu, et tout peut être annulé pendant 30 jours.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="cols">
	<section class="stack" aria-labelledby="modeles">
		<h2 class="ttl" id="modeles">1. Remplir un modèle</h2>
		<p class="s m">Dans cet ordre. Les lignes qui commencent par # ne sont pas lues.</p>
		<?cs each:i = items ?>
			<section class="card stack" aria-labelledby="m-<?cs var:i.nom ?>">
				<h3 id="m-<?cs var:i.nom ?>"><?cs var:i.titre ?></h3>
				<dl class="s">
					<?cs each:c = i.colonnes ?>
						<dt><b><?cs var:c.titre ?></b><?cs if:c.requis ?> (à remplir)<?cs /if ?></dt>
						<dd><?cs var:c.aide ?></dd>
					<?cs /each ?>
				</dl>
				<p class="row">
					<a class="btn b2" href="/imports/reprise/modeles/<?cs var:i.nom ?>.xlsx">
						Modèle .xlsx<span class="vh">, <?cs var:i.titre ?></span>
					</a>
					<a class="btn b3" href="/imports/reprise/modeles/<?cs var:i.nom ?>.csv">
						Modèle .csv<span class="vh">, <?cs var:i.titre ?></span>
					</a>
				</p>
			</section>
		<?cs /each ?>
		<p>
			Les personnes viennent de HubSpot ; leurs fiches se complètent
			par un <a href="/imports">import</a>.
		</p>
	</section>
	<section class="stack" aria-labelledby="envoyer">
		<h2 class="ttl" id="envoyer">2. L’envoyer</h2>
		<form class="stack" method="post" action="/imports/reprise" enctype="multipart/form-data">
			<?cs call:csrf() ?>
			<fieldset class="stack g2">
				<legend>Ce que contient le fichier</legend>
				<?cs each:i = items ?>
					<label class="ck">
						<input type="radio" name="quoi" value="<?cs var:i.nom ?>" required
							<?cs if:?i.choisi ?> checked<?cs /if ?>>
						<span><?cs var:i.titre ?></span>
					</label>
				<?cs /each ?>
				<?cs call:_erreur("quoi") ?>
			</fieldset>
			<div class="f">
				<label for="f-fichier">Fichier .xlsx ou .csv</label>
				<input type="file" id="f-fichier" name="fichier" accept=".xlsx,.csv,.txt,.tsv" required>
				<?cs call:_erreur("fichier") ?>
			</div>
			<p><button class="btn"><?cs call:ic("put") ?> Essayer</button></p>
		</form>
	</section>
</div>
