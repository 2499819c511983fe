<?cs include:"actualites/macros.cs" ?>
<?cs def:lequel(b) ?>
	<?cs if:b.titre ?><?cs var:b.titre ?>
	<?cs elif:b.groupe_id ?>Un groupe que vous ne voyez plus
	<?cs elif:b.tout ?>Toutes les actualités
	<?cs else ?>Mes actualités
	<?cs /if ?>
<?cs /def ?>

<?cs call:fil_actualites() ?>
<?cs call:erreurs() ?>
<div class="head">
	<div>
		<h1>Flux des actualités</h1>
		<p class="m">Vos actualités dans votre lecteur de flux, par une adresse privée.</p>
	</div>
</div>
<div class="stack g6 read">
	<?cs if:?adresse ?>
		<div class="alert ok" role="status">
			<?cs call:ic("check") ?>
			<div class="stack">
				<p><b>Voici l’adresse. Copiez-la maintenant : elle ne sera plus montrée.</b></p>
				<p><code><?cs var:adresse ?></code></p>
				<p>
					Gardez-la pour vous : qui la connaît lit ces titres.
					Elle montre ce que vous pouvez lire ce jour-là, et plus rien dès que vous la retirez.
				</p>
			</div>
		</div>
	<?cs /if ?>
	<section class="stack" aria-labelledby="nouvelle">
		<h2 id="nouvelle">Une adresse pour mon lecteur</h2>
		<form method="post" action="/actualites/flux" class="stack">
			<?cs call:csrf() ?>
			<div class="f">
				<label for="f-quoi">Ce qu’elle montre</label>
				<select id="f-quoi" name="quoi">
					<option value="moi">Ce qui est pour moi</option>
					<option value="tout">Toutes les actualités que je peux lire</option>
					<?cs each:g = groupes ?>
						<option value="<?cs var:g.valeur ?>"<?cs if:g.choisi ?> selected<?cs /if ?>>
							<?cs var:g.libelle ?>
						</option>
					<?cs /each ?>
				</select>
			</div>
			<div class="row"><button class="btn">Créer l’adresse</button></div>
		</form>
	</section>
	<?cs if:subcount(liens) ?>
		<section class="stack" aria-labelledby="miennes">
			<h2 id="miennes">Mes adresses</h2>
			<ul class="rows">
				<?cs each:b = liens ?>
					<li class="row">
						<span>
							<b><?cs call:lequel(b) ?></b><br>
							<span class="s m">Créée le <?cs var:b.jour ?></span>
						</span>
						<form class="push" method="post"
								action="/actualites/flux/<?cs var:b.id ?>/renouveler">
							<?cs call:csrf() ?>
							<button class="btn b2">
								Changer l’adresse<span class="vh"> : <?cs call:lequel(b) ?></span>
							</button>
						</form>
						<form method="post" action="/actualites/flux/<?cs var:b.id ?>/retirer">
							<?cs call:csrf() ?>
							<button class="btn b2">
								Retirer<span class="vh"> : <?cs call:lequel(b) ?></span>
							</button>
						</form>
					</li>
				<?cs /each ?>
			</ul>
		</section>
	<?cs /if ?>
</div>
