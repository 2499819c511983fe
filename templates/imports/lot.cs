<?cs set:Form.valeur.label = champ.libelle ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Changer plusieurs fiches</h1>
		<p>
			<?cs if:Trop ?>
				Cette liste compte plus de 200 000 personnes : ajoutez un filtre.
			<?cs elif:total > #1 ?>
				<?cs var:total_texte ?> personnes sont concernées. Vous relirez tout avant que rien ne change.
			<?cs elif:total == #1 ?>
				Une personne est concernée.
			<?cs else ?>
				Personne n’est choisi.
			<?cs /if ?>
		</p>
	</div>
</div>
<?cs if:total == #0 ?>
	<div class="empty">
		<?cs call:ic("user") ?>
		<h2>Personne n’est choisi</h2>
		<p>Cochez des personnes dans l’annuaire, ou prenez toute une liste filtrée.</p>
		<p><a class="btn b2" href="/annuaire">Retour à l’annuaire</a></p>
	</div>
<?cs elif:!?champ.cle ?>
	<h2 class="ttl" id="quoi">Que voulez-vous changer ?</h2>
	<ul class="grid" aria-labelledby="quoi">
		<?cs each:c = Champs ?>
			<li class="card hit">
				<h3 class="q"><a href="<?cs var:url_validate(c.url) ?>"><?cs var:c.libelle ?></a></h3>
			</li>
		<?cs /each ?>
	</ul>
<?cs else ?>
	<?cs call:erreurs() ?>
	<form class="stack read" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
		<?cs call:csrf() ?>
		<?cs if:champ.liste ?>
			<fieldset>
				<legend>Que faire de ces valeurs ?</legend>
				<label class="ck">
					<input type="radio" name="mode" value="1"
						<?cs if:Form.mode.value != #2 && Form.mode.value != #3 ?> checked<?cs /if ?>> Les
					ajouter
				</label>
				<label class="ck">
					<input type="radio" name="mode" value="3"
						<?cs if:Form.mode.value == #3 ?> checked<?cs /if ?>> Les retirer
				</label>
				<label class="ck">
					<input type="radio" name="mode" value="2"
						<?cs if:Form.mode.value == #2 ?> checked<?cs /if ?>> Ne garder qu’elles
				</label>
			</fieldset>
			<?cs call:choix("checkbox", "valeur", Options) ?>
			<?cs if:champ.type == "etiquettes" ?>
				<div class="f">
					<label for="autres">Autres étiquettes <span class="hint">(facultatif)</span></label>
					<p class="hint" id="h-autres">Plusieurs noms se séparent par des virgules.</p>
					<input type="text" id="autres" name="autres" maxlength="500" aria-describedby="h-autres">
				</div>
			<?cs /if ?>
		<?cs else ?>
			<?cs if:subcount(Options) ?><?cs call:liste("valeur", Options, "Choisir…") ?>
			<?cs elif:champ.type == "long" ?><?cs call:texte_long("valeur", "4") ?>
			<?cs elif:champ.type == "date" ?><?cs call:champ("date", "valeur", "") ?>
			<?cs else ?><?cs call:champ("text", "valeur", "") ?>
			<?cs /if ?>
			<label class="ck">
				<input type="checkbox" name="efface" value="1"<?cs if:Form.efface.value ?> checked<?cs /if ?>>
				<span>Effacer plutôt ce que ces fiches contiennent</span>
			</label>
		<?cs /if ?>
		<div class="row">
			<button class="btn">Voir ce qui va changer</button>
			<a class="btn b3" href="/annuaire">Annuler</a>
		</div>
	</form>
<?cs /if ?>
