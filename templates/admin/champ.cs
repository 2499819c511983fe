<?cs set:Form.libelle.label = "Nom" ?>
<?cs set:Form.aide.label = "Aide" ?>
<?cs set:Form.aide.facultatif = "1" ?>
<?cs set:Form.choix.label = "Ajouter des choix" ?>
<?cs set:Form.choix.facultatif = "1" ?>
<?cs set:Form.choix.aide = "Un par ligne." ?>
<?cs set:Form.finalite.label = "Pourquoi ce champ ?" ?>
<?cs set:Form.lecture.label = "Qui peut le lire" ?>
<?cs set:Form.ecriture.label = "Qui peut l’écrire" ?>
<?cs set:Form.ordre.label = "Rang" ?>
<?cs set:Form.ordre.facultatif = "1" ?>
<?cs set:Form.ordre.aide = "Les champs se suivent du plus petit au plus grand." ?>
<?cs set:Form.bloc.label = "Place dans la fiche" ?>
<?cs set:Form.suivi.label = "Garder son histoire dans le parcours" ?>
<?cs set:Form.suivi.aide = "Chaque valeur est gardée avec ses dates, même quand elle change." ?>
<?cs set:Form.confirme.label = "Je confirme" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/champs">Champs</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:champ.libelle ?></h1>
		<p>
			<?cs var:champ.type ?>
			<?cs if:champ.personnes > #0 ?>
				, rempli pour <?cs var:nb(champ.personnes) ?> personne<?cs call:s(champ.personnes) ?>
			<?cs /if ?>. <?cs if:champ.origine == "hubspot" ?>
				Ses valeurs et ses choix viennent de HubSpot ; seuls son nom d’ici, son aide et qui le lit se
				règlent ici.
			<?cs /if ?>
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs if:?champ.ferme ?>
	<p class="alert">
		<?cs call:ic("lock") ?>
		<span>
			Qui le lit : <?cs var:champ.qui_lit ?>. Vous ne lisez pas ce champ chez tout le monde : une
			personne qui administre tout l’espace peut seule le changer.
		</span>
	</p>
	<p><a class="btn b2" href="/admin/champs">Revenir aux champs</a></p>
<?cs else ?>
	<form class="stack read" method="post" action="/admin/champs/<?cs var:champ.id ?>" novalidate>
		<?cs call:csrf() ?>
		<?cs call:erreurs() ?>
		<?cs call:champ("text", "libelle", "") ?>
		<?cs call:champ("text", "aide", "") ?>
		<?cs call:champ("text", "finalite", "") ?>
		<?cs if:Droits.niveaux || ?Form.lecture.error || ?Form.ecriture.error ?>
			<?cs call:liste("lecture", Liste.lecture, "") ?>
			<?cs if:champ.origine != "hubspot" ?><?cs call:liste("ecriture", Liste.ecriture, "") ?><?cs /if ?>
		<?cs else ?>
			<p>
				Qui peut le lire : <?cs var:champ.qui_lit ?>.
				<?cs if:champ.origine != "hubspot" ?> Qui peut l’écrire : <?cs var:champ.qui_ecrit ?>.
				<?cs /if ?> <span class="s m">
					Ce champ est déjà rempli : une personne qui administre tout l’espace peut seule le
					changer.
				</span>
			</p>
			<input type="hidden" name="lecture" value="<?cs var:champ.lecture ?>">
		<?cs /if ?>
		<?cs call:liste("bloc", Liste.blocs, "") ?>
		<?cs call:champ("number", "ordre", "") ?>
		<?cs if:champ.genre == "choix_multiple" || champ.genre == "choix" || champ.genre == "oui_non" ?>
			<input type="hidden" name="suivi_montre" value="1">
			<?cs call:case("suivi") ?>
		<?cs /if ?>
		<?cs if:champ.origine != "hubspot" ?>
			<?cs if:subcount(options) ?>
				<fieldset class="stack g1">
					<legend>Choix</legend>
					<p class="hint">Un choix vidé n’est plus proposé ; qui l’avait le garde.</p>
					<?cs each:o = options ?>
						<div class="row nw">
							<input type="hidden" name="option[]" value="<?cs var:o.valeur ?>">
							<label class="vh" for="o-<?cs var:o.valeur ?>">
								Nom du choix <?cs var:o.libelle ?>
							</label>
							<input class="grow" type="text" id="o-<?cs var:o.valeur ?>" name="nom_option[]"
								value="<?cs var:o.libelle ?>" maxlength="200">
							<span class="s m">
								<?cs var:nb(o.personnes) ?> personne<?cs call:s(o.personnes) ?>
							</span>
						</div>
					<?cs /each ?>
				</fieldset>
			<?cs /if ?>
			<?cs if:champ.genre == "choix" || champ.genre == "choix_multiple" ?>
				<?cs call:texte_long("choix", "3") ?>
			<?cs /if ?>
		<?cs /if ?>
		<?cs if:?Effet ?><?cs call:case("confirme") ?><?cs /if ?>
		<div class="row">
			<button class="btn">Enregistrer</button>
			<a class="btn b3" href="/admin/champs">Annuler</a>
		</div>
	</form>
<?cs /if ?>
<?cs if:(champ.origine != "hubspot" || champ.repris) && !champ.fixe && champ.genre != "etiquettes"
		&& Droits.niveaux ?>
	<form class="stack read mt" method="post" action="/admin/champs/<?cs var:champ.id ?>/retirer">
		<?cs call:csrf() ?>
		<h2>
			<?cs if:champ.repris ?>
				<?cs if:champ.retire ?>Reprendre à nouveau ce champ
				<?cs else ?>Ne plus reprendre ce champ
				<?cs /if ?>
			<?cs elif:champ.retire ?>
				Remettre ce champ
			<?cs else ?>
				Retirer ce champ
			<?cs /if ?>
		</h2>
		<p>
			<?cs if:champ.repris ?>Il vient d’une propriété de HubSpot, où rien ne change. <?cs /if ?>
			<?cs if:champ.retire ?>
				Il revient dans les fiches avec ce qu’il contenait.
			<?cs else ?>
				Il disparaît des fiches, des filtres et des exports. Ce qu’il contient
				pour <?cs var:nb(champ.personnes) ?> personne<?cs call:s(champ.personnes) ?> est gardé,
				et revient si vous le remettez.
			<?cs /if ?>
		</p>
		<button class="btn b2">
			<?cs if:champ.repris ?><?cs if:champ.retire ?>Reprendre<?cs else ?>Ne plus reprendre<?cs /if ?>
			<?cs elif:champ.retire ?>Remettre
			<?cs else ?>Retirer
			<?cs /if ?>
		</button>
	</form>
<?cs /if ?>
