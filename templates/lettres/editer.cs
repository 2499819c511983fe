<?cs include:"lettres/etapes.cs" ?>
<?cs set:Form.objet.label = "Objet" ?>
<?cs set:Form.objet.aide = Signes + " signe" ?>
<?cs if:Signes > #1 ?><?cs set:Form.objet.aide = Form.objet.aide + "s" ?><?cs /if ?>
<?cs set:Form.objet.aide = Form.objet.aide + ". Jusqu’à 50, il se lit en entier sur un téléphone." ?>
<?cs set:Form.apercu.label = "Ligne d’aperçu" ?>
<?cs set:Form.apercu.facultatif = "1" ?>
<?cs set:Form.apercu.aide = "Ce que la messagerie montre après l’objet : une phrase qui donne envie." ?>
<?cs set:Form.sorte.label = "Sorte de lettre" ?>
<?cs set:Form.texte.label = "Texte" ?>
<?cs if:Bloc.genre == "titre" ?><?cs set:Form.texte.label = "Titre" ?>
<?cs elif:Bloc.genre == "bouton" ?><?cs set:Form.texte.label = "Ce que dit le bouton" ?>
<?cs /if ?>
<?cs set:Form.gauche.label = "Colonne de gauche" ?>
<?cs set:Form.droite.label = "Colonne de droite" ?>
<?cs set:Form.alt.label = "Ce que montre l’image" ?>
<?cs set:Form.alt.facultatif = "1" ?>
<?cs set:Form.alt.aide = "Lu à la place de l’image par qui ne la voit pas." ?>
<?cs set:Form.lien.label = "Lien" ?>
<?cs set:Form.lien.aide = "https://… ou une page d’ici, par exemple /agenda" ?>
<?cs set:Form.fichier.label = "Fichier" ?>
<?cs set:Form.chose.label = "Que montrer ?" ?>
<?cs set:Form.piece.label = "Un document de l’espace" ?>
<?cs if:Bloc.image ?><?cs set:Form.lien.facultatif = "1" ?><?cs /if ?>

<?cs # Buttons of the one form: whatever is pressed, what is typed is kept first ?>
<?cs def:_ajouter(genre, icone, titre) ?>
	<button class="btn b2" form="lettre" name="faire" value="ajouter:<?cs var:genre ?>" formnovalidate>
		<?cs call:ic(icone) ?> <?cs var:titre ?>
	</button>
<?cs /def ?>

<?cs def:_fichier(accept) ?>
	<?cs if:Bloc.fichier ?>
		<p class="s"><?cs call:ic("file") ?> <?cs var:Bloc.fichier ?>, déjà là : un autre le remplace.</p>
		<?cs set:Form.fichier.facultatif = "1" ?>
	<?cs /if ?>
	<div class="f">
		<?cs call:_label("fichier") ?>
		<input type="file"<?cs call:_attrs("fichier") ?> accept="<?cs var:accept ?>">
		<?cs call:_erreur("fichier") ?>
	</div>
<?cs /def ?>

<?cs def:_autre() ?>
	<div class="panel stack g2">
		<h3><?cs call:ic("history") ?> Ce que l’autre personne a enregistré</h3>
		<?cs if:?Autre.objet ?>
			<p><b><?cs var:Autre.objet ?></b></p>
			<p><?cs var:Autre.apercu ?></p>
		<?cs /if ?>
		<?cs if:Autre.texte ?><pre class="s"><?cs var:Autre.texte ?></pre><?cs /if ?>
		<?cs if:Autre.droite ?><pre class="s"><?cs var:Autre.droite ?></pre><?cs /if ?>
		<?cs if:Autre.alt ?><p><?cs var:Autre.alt ?></p><?cs /if ?>
		<?cs if:Autre.lien ?><p><?cs var:Autre.lien ?></p><?cs /if ?>
		<?cs if:Autre.parti ?><p>Ce bloc a été retiré : l’enregistrer l’ajoute de nouveau.</p><?cs /if ?>
		<p class="s m">« Enregistrer » garde votre version, ci-dessous ou ci-dessus.</p>
	</div>
<?cs /def ?>

<?cs def:_ouvert() ?>
	<fieldset class="stack g3" id="redaction">
		<legend class="vh"><?cs var:Bloc.titre ?></legend>
		<input type="hidden" name="bloc" value="<?cs var:Bloc.id ?>">
		<input type="hidden" name="genre" value="<?cs var:Bloc.genre ?>">
		<input type="hidden" name="lu" value="<?cs var:Bloc.lu ?>">
		<input type="hidden" name="place" value="<?cs var:Bloc.place ?>">
		<?cs if:Bloc.ligne ?><?cs call:champ("text", "texte", "") ?><?cs /if ?>
		<?cs if:Bloc.texte ?><?cs call:editeur("texte", "12") ?><?cs /if ?>
		<?cs if:Bloc.colonnes ?>
			<?cs call:editeur("gauche", "6") ?>
			<?cs call:editeur("droite", "6") ?>
		<?cs /if ?>
		<?cs if:Bloc.image ?>
			<?cs call:_fichier("image/jpeg,image/png,image/webp") ?>
			<?cs call:champ("text", "alt", "") ?>
		<?cs /if ?>
		<?cs if:Bloc.lien ?><?cs call:champ("text", "lien", "") ?><?cs /if ?>
		<?cs if:Bloc.chose ?><?cs call:liste("chose", Choses, "À choisir") ?><?cs /if ?>
		<?cs if:Bloc.document ?>
			<?cs call:liste("piece", Choses, "À choisir") ?>
			<?cs call:_fichier("") ?>
		<?cs /if ?>
		<?cs if:Bloc.genre == "pres" ?>
			<p class="s m">
				Les prochains rendez-vous près de chaque personne, choisis quand la lettre part : vous n’avez
				rien à écrire.
			</p>
		<?cs /if ?>
		<p class="row">
			<button class="btn" name="faire" value="enregistrer">Enregistrer</button>
			<button class="btn b3" name="faire" value="fermer" formnovalidate>Fermer sans garder</button>
		</p>
	</fieldset>
<?cs /def ?>

<?cs def:_acte(verbe, mot, signe, b) ?>
	<button class="ib" name="faire" value="<?cs var:verbe ?>:<?cs var:b.id ?>" formnovalidate
		aria-label="<?cs var:mot ?> le bloc <?cs var:b.place ?>"><?cs var:signe ?></button>
<?cs /def ?>

<?cs # Shown in the frame: what is being typed stays ?>
<?cs def:_vue(cle, titre) ?>
	<a href="/lettres/<?cs var:lettre.id ?>/apercu/courriel?en=<?cs var:cle ?>" target="apercu">
		<?cs var:titre ?>
	</a>
<?cs /def ?>

<?cs def:_rang(b) ?>
	<li id="b-<?cs var:b.id ?>">
		<?cs if:b.ouvert ?><?cs call:_ouvert() ?><?cs /if ?>
		<div class="row nw">
			<?cs if:!b.ouvert ?>
				<button class="btn b3 grow cut" name="faire" value="ouvrir:<?cs var:b.id ?>" formnovalidate>
					<?cs var:b.titre ?> <small class="m"><?cs var:b.extrait ?></small>
				</button>
			<?cs /if ?>
			<?cs call:_acte("monter", "Monter", "↑", b) ?>
			<?cs call:_acte("descendre", "Descendre", "↓", b) ?>
			<?cs call:_acte("retirer", "Retirer", "×", b) ?>
		</div>
	</li>
<?cs /def ?>

<?cs call:tete("") ?>
<div class="head">
	<div>
		<h1><?cs var:lettre.titre ?></h1>
		<p>
			<?cs if:lettre.modele ?>Modèle<?cs else ?>Brouillon<?cs /if ?> enregistré <?cs var:Enregistre ?>
			<?cs if:Par ?> par <?cs var:Par ?><?cs /if ?>
			<span id="garde" role="status"></span>
		</p>
	</div>
	<?cs if:lettre.modele ?>
		<a class="btn" href="/lettres/nouvelle?depuis=<?cs var:lettre.id ?>">Commencer une lettre</a>
	<?cs elif:lettre.etat == "brouillon" ?>
		<div class="row">
			<button class="btn b2" form="lettre" name="faire" value="essai">M’envoyer un essai</button>
			<button class="btn" form="lettre" name="faire" value="verifier">
				<?cs if:Droits.envoie ?><?cs call:ic("clock") ?> Programmer
				<?cs else ?><?cs call:ic("check") ?> Vérifier
				<?cs /if ?>
			</button>
		</div>
	<?cs /if ?>
</div>
<?cs call:etapes("contenu") ?>
<?cs call:erreurs() ?>
<?cs if:?Autre.objet || Autre.bloc || Autre.parti ?><?cs call:_autre() ?><?cs /if ?>
<?cs if:?Retire.genre ?>
	<form class="alert ok" method="post" action="/lettres/<?cs var:lettre.id ?>/blocs">
		<?cs call:ic("check") ?>
		<?cs call:csrf() ?>
		<?cs each:v = Retire ?>
			<?cs if:name(v) == "texte" ?>
				<input type="hidden" name="gauche" value="<?cs var:v ?>">
			<?cs /if ?>
			<input type="hidden" name="<?cs var:name(v) ?>" value="<?cs var:v ?>">
		<?cs /each ?>
		<p class="grow" role="status">Le bloc est retiré.</p>
		<button class="btn b2">Annuler</button>
	</form>
<?cs /if ?>
<div class="cols even">
	<div class="stack g5">
		<form class="stack g5" id="lettre" method="post" action="/lettres/<?cs var:lettre.id ?>/contenu"
				data-garde="/lettres/<?cs var:lettre.id ?>/contenu.json" enctype="multipart/form-data">
			<?cs call:csrf() ?>
			<input type="hidden" name="lu_tete" value="<?cs var:LuTete ?>">
			<?cs # a line that is sent by Enter saves, whatever button comes first ?>
			<button class="vh" name="faire" value="enregistrer" tabindex="-1">Enregistrer</button>
			<?cs call:champ("text", "objet", "") ?>
			<?cs call:champ("text", "apercu", "") ?>
			<?cs call:liste("sorte", Sortes, "") ?>
			<?cs if:subcount(Blocs) ?>
				<ol class="rows blocs" aria-label="Blocs de la lettre">
					<?cs each:b = Blocs ?>
						<?cs call:_rang(b) ?>
					<?cs /each ?>
				</ol>
			<?cs /if ?>
			<?cs if:Bloc.genre && Bloc.id == #0 ?>
				<?cs call:_ouvert() ?>
			<?cs elif:!Bloc.genre ?>
				<p><button class="btn" name="faire" value="enregistrer">Enregistrer</button></p>
			<?cs /if ?>
			<fieldset class="stack g2">
				<legend>Ajouter depuis l’espace</legend>
				<p class="row">
					<?cs call:_ajouter("evenement", "cal", "Un événement") ?>
					<?cs call:_ajouter("actualite", "star", "Une actualité") ?>
					<?cs call:_ajouter("document", "file", "Un document") ?>
					<?cs call:_ajouter("pres", "pin", "Près de chez vous") ?>
				</p>
			</fieldset>
			<fieldset class="stack g2">
				<legend>Ajouter un bloc</legend>
				<p class="row">
					<?cs call:_ajouter("texte", "pen", "Texte") ?>
					<?cs call:_ajouter("titre", "list", "Titre") ?>
					<?cs call:_ajouter("image", "image", "Image") ?>
					<?cs call:_ajouter("bouton", "link", "Bouton") ?>
					<?cs call:_ajouter("colonnes", "cols", "Deux colonnes") ?>
				</p>
			</fieldset>
		</form>
		<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
		<div class="row">
			<?cs if:Etiquette.choisir ?><?cs call:etiqueter(lettre.id) ?><?cs /if ?>
			<form method="post" action="/lettres/<?cs var:lettre.id ?>/modele">
				<?cs call:csrf() ?>
				<button class="btn b3"><?cs call:ic("folder") ?> Enregistrer comme modèle</button>
			</form>
			<?cs if:lettre.etat == "brouillon" ?>
				<form method="post" action="/lettres/<?cs var:lettre.id ?>/supprimer">
					<?cs call:csrf() ?>
					<button class="btn b3" data-confirm="Ce texte et ses blocs disparaissent."
						data-verb="Supprimer">
						<?cs call:ic("bin") ?> Supprimer
					</button>
				</form>
			<?cs /if ?>
		</div>
	</div>
	<section class="panel" aria-labelledby="apercu-titre">
		<div class="ttl row">
			<h2 id="apercu-titre">Aperçu</h2>
			<nav class="seg push" aria-label="Aperçu">
				<?cs call:_vue("telephone", "Clair") ?>
				<?cs call:_vue("sombre", "Sombre") ?>
				<?cs call:_vue("texte", "Texte") ?>
				<a href="/lettres/<?cs var:lettre.id ?>/apercu?en=ordinateur">Ordinateur</a>
			</nav>
		</div>
		<div class="lettre telephone">
			<iframe class="letter" name="apercu" sandbox="" title="La lettre comme elle partira"
				loading="lazy" src="/lettres/<?cs var:lettre.id ?>/apercu/courriel?en=telephone"></iframe>
		</div>
		<p class="s m row nw">
			<?cs call:ic("info") ?> <?cs var:Poids.ko ?> Ko, sans pistage des ouvertures, avec une version
			texte.
		</p>
	</section>
</div>
