<?cs include:"lettres/etapes.cs" ?>
<?cs set:Form.audience.label = "À qui ?" ?>
<?cs set:Form.audience.aide = "Un public, ou un segment de l’annuaire." ?>
<?cs set:Form.lisible.label = "Qui la lira dans les archives ?" ?>
<?cs set:Form.lisible.long = "1" ?>

<?cs def:_raison(raison) ?>
	<?cs if:raison == "refus" ?>ne veut plus de cette sorte de lettre
	<?cs elif:raison == "sans_adresse" ?>sans adresse de courriel
	<?cs elif:raison == "erreur" ?>dont l’adresse ne marche plus
	<?cs elif:raison == "ferme" ?>sans accès à l’espace
	<?cs elif:raison == "meme_adresse" ?>qui partage une adresse : une seule copie
	<?cs /if ?>
<?cs /def ?>

<?cs call:tete("") ?>
<div class="head">
	<h1><?cs var:lettre.titre ?></h1>
</div>
<?cs call:etapes("destinataires") ?>
<?cs call:erreurs() ?>
<div class="cols even">
	<form class="stack g5" method="post" action="/lettres/<?cs var:lettre.id ?>/destinataires">
		<?cs call:csrf() ?>
		<?cs call:liste("audience", Audiences, "À choisir") ?>
		<?cs call:choix("radio", "lisible", Lisibles) ?>
		<p class="row">
			<button class="btn">Enregistrer</button>
		</p>
	</form>
	<section class="panel stack" id="gens" aria-labelledby="gens-titre">
		<h2 id="gens-titre">Qui la recevra</h2>
		<?cs if:Gens.refus ?>
			<?cs call:alerte("bad", Gens.refus) ?>
		<?cs elif:?Gens.nombre ?>
			<p>
				<b><?cs var:Gens.dit ?></b> personne<?cs call:s(Gens.nombre) ?>, une copie par adresse.
			</p>
			<?cs if:subcount(Pourquoi) ?>
				<ul class="s">
					<?cs each:p = Pourquoi ?>
						<li><?cs var:p.nombre ?> <?cs call:_raison(p.raison) ?></li>
					<?cs /each ?>
				</ul>
			<?cs /if ?>
			<nav class="seg" aria-label="Quelles personnes">
				<a href="/lettres/<?cs var:lettre.id ?>/destinataires#gens"
					<?cs if:!Gens.vue ?> aria-current="true"<?cs /if ?>>Reçoivent</a>
				<a href="/lettres/<?cs var:lettre.id ?>/destinataires?vue=non#gens"
					<?cs if:Gens.vue ?> aria-current="true"<?cs /if ?>>Ne reçoivent pas</a>
			</nav>
			<ul class="rows">
				<?cs each:p = Personnes ?>
					<li class="hit">
						<p class="q">
							<a class="who" href="/contacts/<?cs var:p.id ?>">
								<?cs var:p.prenom ?> <?cs var:p.nom ?>
							</a>
						</p>
						<?cs if:?p.raison ?><p class="s m"><?cs call:_raison(p.raison) ?></p><?cs /if ?>
					</li>
				<?cs /each ?>
			</ul>
			<?cs call:pager(Pager) ?>
		<?cs else ?>
			<p class="m">Choisissez à qui : leur nombre et leurs noms se montrent ici.</p>
		<?cs /if ?>
	</section>
</div>
