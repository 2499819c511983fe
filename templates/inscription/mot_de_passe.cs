<?cs set:Form.mot_de_passe.label = "Mot de passe" ?>
<?cs set:Form.mot_de_passe.aide = "12 caractères au moins. Une phrase fait très bien l’affaire." ?>
<?cs set:Form.charte.label = "Charte" ?>
<?cs set:Page.etape = #2 ?>
<?cs include:"inscription/etapes.cs" ?>
<div class="stack g1">
	<h1>Bienvenue <?cs var:contact.prenom ?></h1>
	<p class="m">
		<?cs if:subcount(groupes) ?>
			Nous vous avons trouvé une place : <?cs each:g = groupes ?>
				<?cs if:!first(g) ?>, <?cs /if ?><?cs var:g.titre ?>
			<?cs /each ?>. <?cs /if ?>
		<?cs if:contact.protege ?>Un dernier mot avant d’entrer.
		<?cs else ?>Il reste à protéger votre compte.
		<?cs /if ?>
	</p>
</div>
<?cs call:erreurs() ?>
<form class="stack" method="post" action="/inscription/mot_de_passe" novalidate>
	<?cs call:csrf() ?>
	<?cs if:?Form.suite.value ?>
		<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
	<?cs /if ?>
	<?cs if:!contact.protege ?>
		<div class="f">
			<label for="f-email">Adresse courriel</label>
			<input type="email" id="f-email" name="email" autocomplete="username"
				value="<?cs var:contact.email ?>" readonly>
		</div>
		<?cs call:champ("password", "mot_de_passe", "new-password") ?>
	<?cs /if ?>
	<div class="f">
		<label class="ck">
			<input type="checkbox" id="f-charte" name="charte" value="1"
				<?cs if:Form.charte.value ?> checked<?cs /if ?>
				<?cs if:?Form.charte.error ?> aria-invalid="true" aria-describedby="e-charte"<?cs /if ?>>
			<span>J’ai lu la <a href="/public/charte">charte de cet espace</a> et je la partage</span>
		</label>
		<?cs call:_erreur("charte") ?>
	</div>
	<button class="btn">Continuer</button>
	<?cs if:!contact.protege ?>
		<button class="btn b2" name="sans" value="1">Continuer sans mot de passe</button>
		<p class="hint">
			Sans mot de passe, vous entrez avec un lien reçu par courriel à chaque fois. Vous pourrez en
			choisir un plus tard.
		</p>
	<?cs /if ?>
</form>
<p class="s m">
	Vos données viennent de la base de
	contacts <?cs var:de(Site.org) ?>. <a href="/public/donnees">Ce que nous en faisons</a>
</p>
