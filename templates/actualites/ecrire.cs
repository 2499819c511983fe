<?cs include:"agenda/macros.cs" ?>
<?cs include:"actualites/macros.cs" ?>
<?cs set:Form.sorte.label = "Sorte" ?>
<?cs set:Form.titre.label = "Titre" ?>
<?cs set:Form.chapeau.label = "Chapeau" ?>
<?cs set:Form.chapeau.facultatif = "1" ?>
<?cs set:Form.chapeau.aide = "Il se lit dans la liste, sur l’accueil et dans le résumé de chacun-e." ?>
<?cs set:Form.texte.label = "Texte" ?>
<?cs set:Form.texte.facultatif = "1" ?>
<?cs set:Form.texte.brouillon = "actualite" + actualite.id ?>
<?cs set:Form.image.label = "Image" ?>
<?cs set:Form.image.facultatif = "1" ?>
<?cs set:Form.image_alt.label = "Ce que montre l’image" ?>
<?cs set:Form.image_alt.facultatif = "1" ?>
<?cs set:Form.image_alt.aide = "Une phrase, pour les personnes qui ne la voient pas." ?>
<?cs set:Form.image_credit.label = "Crédit de l’image" ?>
<?cs set:Form.image_credit.facultatif = "1" ?>
<?cs set:Form.fichiers.label = "Fichiers à joindre" ?>
<?cs set:Form.fichiers.facultatif = "1" ?>
<?cs set:Form.etiquettes.label = "Étiquettes" ?>
<?cs set:Form.etiquettes.facultatif = "1" ?>
<?cs set:Form.etiquettes.aide = "Séparées par des virgules : climat, vie de groupe." ?>
<?cs set:Form.groupe.label = "De qui ?" ?>
<?cs set:Form.engagement.label = "Type d’engagement" ?>
<?cs set:Form.engagement.facultatif = "1" ?>
<?cs set:Form.engagement.aide = "Pour un portrait ou un merci." ?>
<?cs set:Form.audience.label = "Publics" ?>
<?cs set:Form.audience.long = "1" ?>
<?cs set:Form.territoire.label = "Territoire" ?>
<?cs set:Form.territoire.facultatif = "1" ?>
<?cs set:Form.territoire.aide = "Départements, séparés par une virgule : 26, 07. Le Siège la lit toujours." ?>
<?cs set:Form.groupes.label = "Quels groupes ?" ?>
<?cs set:Form.groupes.facultatif = "1" ?>
<?cs set:Form.groupes.long = "1" ?>
<?cs set:Form.engagements.label = "Quels types d’engagement ?" ?>
<?cs set:Form.engagements.facultatif = "1" ?>
<?cs set:Form.engagements.long = "1" ?>
<?cs set:Form.le.label = "À une date" ?>
<?cs set:Form.le.facultatif = "1" ?>
<?cs set:Form.le.aide = "Vide : tout de suite." ?>
<?cs set:Form.commentaires.label = "Ouvrir les commentaires" ?>
<?cs set:Form.reactions.label = "Ouvrir les réactions" ?>
<?cs set:Form.une.label = "La mettre à la une" ?>
<?cs set:Form.une.aide = "Deux semaines en tête de l’accueil et de la liste." ?>

<?cs def:personne(p) ?>
	<label class="ck">
		<input type="radio" name="portrait_de" value="<?cs var:p.id ?>"<?cs if:p.choisi ?> checked<?cs /if ?>>
		<span>
			<?cs var:p.prenom ?> <?cs var:p.nom ?>
			<?cs if:p.ou ?> <small class="m"><?cs var:p.ou ?></small><?cs /if ?>
		</span>
	</label>
<?cs /def ?>

<?cs call:fil_actualites() ?>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<p>
			<?cs if:actualite.etat == "publiee" ?>Elle est publiée : les changements se lisent aussitôt.
			<?cs else ?>Seules les personnes qui écrivent les actualités voient un brouillon.
			<?cs /if ?> <span id="garde" role="status"></span>
		</p>
	</div>
	<button class="btn b2" form="actu" name="faire" value="apercu"><?cs call:ic("eye") ?> Aperçu</button>
</div>
<?cs call:erreurs() ?>
<?cs if:?Apercu.titre ?>
	<section class="panel stack g3" aria-labelledby="ap">
		<p class="row"><span class="tag">Aperçu</span>
			<?cs if:Apercu.sorte ?><span class="tag h2"><?cs var:Apercu.sorte ?></span><?cs /if ?>
		</p>
		<div class="read">
			<h2 id="ap"><?cs var:Apercu.titre ?></h2>
			<?cs if:Apercu.chapeau ?><p><b><?cs var:Apercu.chapeau ?></b></p><?cs /if ?>
			<?cs uvar:Apercu.texteHtml ?>
		</div>
	</section>
<?cs /if ?>
<form class="cols mt" id="actu" method="post" action="<?cs var:url_validate(Action) ?>"
		enctype="multipart/form-data" novalidate
		<?cs if:!?actualite.etat || actualite.etat == "brouillon" ?> data-garde="<?cs
		var:url_validate(Action) ?>.json"<?cs /if ?>>
	<div class="stack g5">
		<?cs call:csrf() ?>
		<?cs # What the Enter key does: the first button of a form ?>
		<button class="vh" tabindex="-1">Enregistrer</button>
		<?cs call:choix("radio", "sorte", Sortes) ?>
		<?cs call:champ("text", "titre", "") ?>
		<?cs call:texte_long("chapeau", "2") ?>
		<?cs call:editeur("texte", "12") ?>
		<?cs call:champ("text", "etiquettes", "") ?>
		<details<?cs if:subcount(Personnes) || Form.portrait_q.value || ?Form.portrait_de.error ?> open
				<?cs /if ?>>
			<summary><span class="btn b3"><?cs call:ic("user") ?> La personne du portrait</span></summary>
			<fieldset class="stack mt" id="f-portrait_de" tabindex="-1">
				<legend class="vh">De qui est le portrait ?</legend>
				<p class="hint">
					Elle est prévenue, relit, et dit oui ou non : rien ne paraît sans son accord.
				</p>
				<?cs call:_erreur("portrait_de") ?>
				<?cs each:p = Personnes ?><?cs call:personne(p) ?><?cs /each ?>
				<?cs each:p = Trouvees ?><?cs call:personne(p) ?><?cs /each ?>
				<?cs if:subcount(Personnes) || subcount(Trouvees) ?>
					<label class="ck">
						<input type="radio" name="portrait_de" value=""
							<?cs if:!subcount(Personnes) ?> checked<?cs /if ?>> Personne en particulier
					</label>
				<?cs /if ?>
				<div class="row nw">
					<label class="vh" for="pq-nom">Chercher une personne par son nom</label>
					<input type="search" id="pq-nom" name="portrait_q" maxlength="60"
						placeholder="Prénom, nom" value="<?cs var:Form.portrait_q.value ?>">
					<button class="btn b2" name="faire" value="relire">Chercher</button>
				</div>
			</fieldset>
		</details>
		<details<?cs if:?Form.image.error || ?Form.image_alt.error || ?Form.fichiers.error ||
				actualite.image_id ?> open<?cs /if ?>>
			<summary><span class="btn b3"><?cs call:ic("image") ?> Image et fichiers</span></summary>
			<div class="stack mt">
				<div class="f">
					<?cs call:_label("image") ?>
					<input type="file"<?cs call:_attrs("image") ?> accept="image/jpeg,image/png,image/webp">
					<?cs call:_erreur("image") ?>
				</div>
				<?cs if:actualite.image_id ?>
					<label class="ck">
						<input type="checkbox" name="sans_image" value="1"> Retirer l’image actuelle
					</label>
				<?cs /if ?>
				<?cs call:champ("text", "image_alt", "") ?>
				<?cs call:champ("text", "image_credit", "") ?>
				<?cs call:joindre("fichiers") ?>
			</div>
		</details>
	</div>
	<aside class="stack g5">
		<section class="panel stack g3" aria-labelledby="pq">
			<h2 id="pq">Pour qui</h2>
			<?cs call:liste("groupe", Proprietaires, "") ?>
			<?cs call:choix("radio", "audience", Audiences) ?>
			<input type="hidden" name="avec_choix" value="1">
			<?cs if:Partout ?>
				<?cs call:champ("text", "territoire", "") ?>
				<details<?cs if:?Form.groupes.error || ?Form.autres.mots && Form.autres.mots != "" ?> open
						<?cs /if ?>>
					<summary><span class="btn b3"><?cs call:ic("groups") ?> Groupes</span></summary>
					<div class="stack mt">
						<?cs call:choix("checkbox", "groupes", Groupes) ?>
						<?cs call:autres_groupes("groupes") ?>
					</div>
				</details>
				<details<?cs if:?Form.engagements.error ?> open<?cs /if ?>>
					<summary><span class="btn b3"><?cs call:ic("heart") ?> Engagements</span></summary>
					<div class="stack mt"><?cs call:choix("checkbox", "engagements", Engagements) ?></div>
				</details>
			<?cs /if ?>
			<?cs call:liste("engagement", Types, "Tous") ?>
		</section>
		<section class="panel stack g3" aria-labelledby="qd">
			<h2 id="qd">Quand</h2>
			<input type="hidden" name="avec_options" value="1">
			<?cs if:actualite.etat != "publiee" ?><?cs call:champ("datetime-local", "le", "") ?><?cs /if ?>
			<?cs call:case("commentaires") ?>
			<?cs call:case("reactions") ?>
			<?cs if:Partout ?><?cs call:case("une") ?><?cs /if ?>
			<?cs if:actualite.etat == "publiee" ?>
				<button class="btn">Enregistrer les changements</button>
			<?cs else ?>
				<button class="btn" name="faire" value="publier">
					<?cs call:ic("send") ?> Publier
				</button>
				<button class="btn b2" name="faire" value="brouillon">Garder en brouillon</button>
			<?cs /if ?>
			<p class="hint">
				Pas de courriel à part : l’actualité entre dans les notifications et le résumé de chacun-e.
			</p>
		</section>
	</aside>
</form>
