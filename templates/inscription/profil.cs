<?cs set:Page.etape = #3 ?>
<?cs include:"inscription/etapes.cs" ?>
<div class="stack g1">
	<h1>Voici ce que nous savons de vous</h1>
	<p class="m">Vérifiez, complétez si vous le souhaitez : rien n’est obligatoire.</p>
</div>
<?cs call:erreurs() ?>
<?cs if:subcount(champs) ?>
	<section class="panel" aria-labelledby="connu">
		<h2 id="connu">Dans notre base de contacts</h2>
		<dl class="stack g1">
			<?cs each:c = champs ?>
				<div>
					<dt>
						<?cs var:c.libelle ?>
						<?cs if:c.origine == "hubspot" ?> <?cs call:cadenas() ?><?cs /if ?>
					</dt>
					<dd><?cs var:c.valeur ?></dd>
				</div>
			<?cs /each ?>
		</dl>
		<p class="s m">
			Une erreur ? <a href="/public/contact">Dites-le au Siège</a>, qui la corrigera à la source.
		</p>
	</section>
<?cs /if ?>
<form class="stack" method="post" action="/inscription/profil" novalidate>
	<?cs call:csrf() ?>
	<?cs if:?Form.suite.value ?>
		<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
	<?cs /if ?>
	<?cs each:c = manquants ?><?cs call:champ_modele(c) ?><?cs /each ?>
	<button class="btn">Enregistrer et entrer</button>
	<button class="btn b2" name="plus_tard" value="1">Plus tard</button>
</form>
