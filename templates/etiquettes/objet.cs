<?cs set:Form.noms.label = "Ajouter d’autres étiquettes" ?>
<?cs set:Form.noms.aide = "Plusieurs noms se séparent par des virgules." ?>
<?cs set:Form.noms.facultatif = "1" ?>
<?cs set:Form.famille.label = "Famille, si l’étiquette est nouvelle" ?>
<?cs set:Form.famille.facultatif = "1" ?>
<?cs set:Form.quand_meme.label = "C’est bien une autre idée : créer l’étiquette" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="<?cs var:url_validate(Retour) ?>"><?cs var:objet.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Étiquettes <?cs var:de(objet.titre) ?></h1>
		<p>Cochez ce qui convient, décochez ce qui n’est plus vrai.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/etiquettes/objet/<?cs var:objet.id ?>" novalidate>
	<?cs call:csrf() ?>
	<input type="hidden" name="retour" value="<?cs var:Retour ?>">
	<?cs if:subcount(Offre) ?>
		<fieldset>
			<legend>Étiquettes</legend>
			<div class="grid tight">
				<?cs each:o = Offre ?>
					<label class="ck">
						<input type="checkbox" name="e" value="<?cs var:o.valeur ?>"
							<?cs if:o.choisi ?> checked<?cs /if ?>>
						<span class="tag h<?cs var:o.teinte ?>"><?cs var:o.libelle ?></span>
					</label>
				<?cs /each ?>
			</div>
		</fieldset>
	<?cs /if ?>
	<?cs call:champ("text", "noms", "") ?>
	<?cs if:subcount(Proches) ?>
		<div class="panel">
			<p>Étiquettes qui existent déjà :</p>
			<ul class="row">
				<?cs each:p = Proches ?><li><span class="tag"><?cs var:p.nom ?></span></li><?cs /each ?>
			</ul>
		</div>
	<?cs /if ?>
	<?cs if:?Form.quand_meme.montre ?><?cs call:case("quand_meme") ?><?cs /if ?>
	<?cs if:subcount(Familles) ?><?cs call:liste("famille", Familles, "Ne rien créer") ?><?cs /if ?>
	<div class="row">
		<button class="btn">Enregistrer</button>
		<a class="btn b3" href="<?cs var:url_validate(Retour) ?>">Annuler</a>
	</div>
</form>
