<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Les lettres que je reçois</h1>
		<p>
			Par courriel, à l’adresse de votre fiche. Celles que vous ne recevez pas restent lisibles ici,
			et les courriels de votre compte ne changent pas.
		</p>
	</div>
</div>
<form class="stack g4" method="post" action="/lettres/recevoir">
	<?cs call:csrf() ?>
	<fieldset class="stack g3">
		<legend>Je veux recevoir</legend>
		<?cs each:s = Sortes ?>
			<label class="ck">
				<input type="checkbox" name="sorte" value="<?cs var:s.cle ?>"
					<?cs if:s.recue ?> checked<?cs /if ?>>
				<span><?cs var:s.titre ?> <small class="m"><?cs var:s.description ?></small></span>
			</label>
		<?cs /each ?>
	</fieldset>
	<p><button class="btn">Enregistrer</button></p>
</form>
