<?cs set:Form.nom.label = "Nom" ?>
<?cs set:Form.nom.aide = "Court et sans virgule : « Banques et climat », « Permis remorque »." ?>
<?cs set:Form.famille.label = "Famille" ?>
<?cs set:Form.quand_meme.label = "C’est bien une autre idée : la garder à part" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/etiquettes">Étiquettes</a></li>
		<?cs if:?etiquette.id ?>
			<li><a href="/etiquettes/<?cs var:etiquette.id ?>"><?cs var:etiquette.nom ?></a></li>
		<?cs /if ?>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<?cs if:?etiquette.id ?>
			<p>
				Le nouveau nom se lit aussitôt partout où l’étiquette est
				posée : <?cs var:nb(etiquette.utilisations) ?> fiche<?cs call:s(etiquette.utilisations) ?>.
			</p>
		<?cs /if ?>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
	<?cs call:csrf() ?>
	<?cs call:champ("text", "nom", "") ?>
	<?cs if:subcount(Proches) ?>
		<div class="panel">
			<p>Étiquettes qui existent déjà :</p>
			<ul>
				<?cs each:p = Proches ?>
					<li><a href="/etiquettes/<?cs var:p.id ?>"><?cs var:p.nom ?></a></li>
				<?cs /each ?>
			</ul>
		</div>
	<?cs /if ?>
	<?cs if:?Form.quand_meme.montre ?><?cs call:case("quand_meme") ?><?cs /if ?>
	<?cs call:liste("famille", Familles, "Choisir…") ?>
	<div class="row">
		<button class="btn">
			<?cs if:?etiquette.id ?>Enregistrer<?cs else ?>Créer l’étiquette<?cs /if ?>
		</button>
		<a class="btn b3" href="<?cs var:url_validate(Retour) ?>">Annuler</a>
	</div>
</form>
