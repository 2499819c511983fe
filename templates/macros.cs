<?cs # What several pages draw: icons, people, tags, messages, form fields, pager.
     A field is declared once, above its form: Form.NAME.label, .aide (hint), .facultatif;
     its value and its error come from the handler under the same name. ?>

<?cs # The plural of a word that takes an s ?>
<?cs def:s(n) ?><?cs if:n > #1 ?>s<?cs /if ?><?cs /def ?>

<?cs def:ic(nom) ?>
	<svg aria-hidden="true"><use href="<?cs var:Asset.icons ?>#<?cs var:nom ?>"/></svg>
<?cs /def ?>

<?cs def:marque() ?>
	<a class="brand" href="/">
		<?cs call:ic("essaim") ?><span><?cs var:Site.name ?> <small><?cs var:Site.org ?></small></span>
	</a>
<?cs /def ?>

<?cs def:entree(m) ?>
	<li>
		<a href="<?cs var:url_validate(m.url) ?>"<?cs if:m.current ?> aria-current="page"<?cs /if ?>>
			<?cs call:ic(m.icon) ?> <?cs var:m.title ?>
			<?cs if:m.count > #0 ?> <span class="count push">
				<span class="vh">à voir : </span><?cs var:m.count ?>
			</span><?cs /if ?>
		</a>
	</li>
<?cs /def ?>

<?cs def:cloche() ?>
	<a class="ib" id="cloche" href="/notifications" data-live="moi" data-src="/notifications/cloche"
			<?cs if:Menu.bell.count > #0 ?> data-say="<?cs var:Menu.bell.texte ?> notification
				<?cs call:s(Menu.bell.count) ?> à lire"<?cs /if ?>>
		<?cs call:ic("bell") ?>
		<?cs if:Menu.bell.count > #0 ?>
			<span class="count" aria-hidden="true"><?cs var:Menu.bell.texte ?></span>
		<?cs /if ?>
		<span class="vh">
			Notifications<?cs if:Menu.bell.count > #0 ?>, <?cs var:Menu.bell.texte ?> à lire<?cs /if ?>
		</span>
	</a>
<?cs /def ?>

<?cs # In each form that posts: the token of the session, and after a point a key, so that what is sent twice
     is done once. Alone where the same is sent again without a new page. ?>
<?cs def:csrf_seul() ?><input type="hidden" name="csrf" value="<?cs var:User.csrf ?>"><?cs /def ?>

<?cs def:csrf() ?>
	<input type="hidden" name="csrf"
		value="<?cs var:User.csrf ?><?cs if:?User.cle ?>.<?cs var:User.cle ?><?cs /if ?>">
<?cs /def ?>

<?cs # People and things ?>
<?cs def:av(p) ?>
	<span class="av h<?cs var:p.teinte ?>" aria-hidden="true"><?cs var:p.initiales ?></span>
<?cs /def ?>

<?cs def:qui(p, detail) ?>
	<a class="who" href="/contacts/<?cs var:p.id ?>">
		<?cs call:av(p) ?>
		<span>
			<?cs var:p.prenom ?> <?cs var:p.nom ?>
			<?cs if:detail ?> <small><?cs var:detail ?></small><?cs /if ?>
		</span>
	</a>
<?cs /def ?>

<?cs def:sigle(g) ?>
	<span class="av sq h<?cs var:g.teinte ?>" aria-hidden="true"><?cs var:g.sigle ?></span>
<?cs /def ?>

<?cs def:ouverture(o) ?>
	<span class="tag o">
		<?cs if:o == "ouvert" ?><?cs call:ic("globe") ?> Ouvert
		<?cs elif:o == "cache" ?><?cs call:ic("eye") ?> Caché
		<?cs else ?><?cs call:ic("lock") ?> Fermé
		<?cs /if ?>
	</span>
<?cs /def ?>

<?cs def:tag(texte, classe) ?><span class="tag <?cs var:classe ?>"><?cs var:texte ?></span><?cs /def ?>

<?cs def:quand(texte, iso) ?>
	<time<?cs if:iso ?> datetime="<?cs var:iso ?>"<?cs /if ?>><?cs var:texte ?></time>
<?cs /def ?>

<?cs def:origine(o) ?>
	<?cs if:o == "hubspot" ?><span class="push m s row g1"><?cs call:ic("lock") ?> HubSpot</span>
	<?cs elif:o ?><span class="push m s row g1"><?cs call:ic("pen") ?> Plateforme</span>
	<?cs /if ?>
<?cs /def ?>

<?cs def:cadenas() ?><?cs call:ic("lock") ?><span class="vh">donnée de HubSpot</span><?cs /def ?>

<?cs # Tags of anything: the list of etiquette_say(); lien: what to put before an id to reach one ("": no
     link) ?>
<?cs def:etiquettes(liste, lien) ?>
	<?cs if:subcount(liste) ?>
		<ul class="row" aria-label="Étiquettes">
			<?cs each:e = liste ?>
				<li>
					<?cs if:lien ?>
						<a class="tag h<?cs var:e.teinte ?>"
								href="<?cs var:url_validate(lien) ?><?cs var:e.id ?>">
							<?cs call:ic("tag") ?> <?cs var:e.nom ?>
						</a>
					<?cs else ?>
						<span class="tag h<?cs var:e.teinte ?>">
							<?cs call:ic("tag") ?> <?cs var:e.nom ?>
						</span>
					<?cs /if ?>
				</li>
			<?cs /each ?>
		</ul>
	<?cs /if ?>
<?cs /def ?>

<?cs def:etiqueter(id) ?>
	<a class="btn b3" href="/etiquettes/objet/<?cs var:id ?>">
		<?cs call:ic("tag") ?> Choisir les étiquettes
	</a>
<?cs /def ?>

<?cs # Follow, or hear no more of it: s.objet, s.etat (0, 1 follows, 2 mute), s.titre; s.verbe, or "Suivre" ?>
<?cs def:suivre(s) ?>
	<form class="row" method="post" action="/notifications/suivre">
		<?cs call:csrf() ?>
		<input type="hidden" name="objet" value="<?cs var:s.objet ?>">
		<input type="hidden" name="retour" value="<?cs var:Page.url ?>">
		<?cs if:s.etat > #0 ?>
			<button class="btn b2" name="etat" value="0">
				<?cs call:ic("bell") ?> <?cs if:s.etat > #1 ?>Réactiver<?cs else ?>Ne plus suivre<?cs /if ?>
				<span class="vh"> <?cs var:s.titre ?></span>
			</button>
		<?cs else ?>
			<button class="btn b2" name="etat" value="1">
				<?cs call:ic("bell") ?> <?cs if:?s.verbe ?><?cs var:s.verbe ?><?cs else ?>Suivre<?cs /if ?>
				<span class="vh"> <?cs var:s.titre ?></span>
			</button>
		<?cs /if ?>
		<?cs if:s.etat < #2 ?>
			<button class="btn b3" name="etat" value="2">
				Mettre en sourdine<span class="vh"> <?cs var:s.titre ?></span>
			</button>
		<?cs /if ?>
	</form>
<?cs /def ?>

<?cs # Who sees this? of any objet ?>
<?cs def:qui_voit(id) ?>
	<a class="btn b3" href="/acces/<?cs var:id ?>"><?cs call:ic("eye") ?> Qui voit ceci ?</a>
<?cs /def ?>

<?cs # Messages ?>
<?cs def:alerte(genre, texte) ?>
	<p class="alert <?cs var:genre ?>"
			<?cs if:genre == "bad" ?> role="alert"<?cs elif:genre == "ok" ?> role="status"<?cs /if ?>>
		<?cs if:genre == "ok" ?><?cs call:ic("check") ?>
		<?cs elif:genre == "" ?><?cs call:ic("info") ?>
		<?cs else ?><?cs call:ic("warn") ?>
		<?cs /if ?><span><?cs var:texte ?></span>
	</p>
<?cs /def ?>

<?cs def:erreurs() ?>
	<?cs if:Page.invalid ?>
		<div class="alert bad" role="alert" tabindex="-1" id="erreurs">
			<?cs call:ic("warn") ?>
			<div>
				<p>
					<b>
						<?cs if:?Form.general.error ?><?cs var:Form.general.error ?>
						<?cs else ?>Votre saisie est à revoir
						<?cs /if ?>
					</b>
				</p>
				<ul class="s">
					<?cs each:f = Form ?>
						<?cs if:?f.error ?>
							<?cs if:name(f) != "general" ?>
								<li>
									<a href="#f-<?cs var:name(f) ?>">
										<?cs if:?f.label ?>
											<?cs var:f.label ?> : <?cs /if ?><?cs var:f.error ?>
									</a>
								</li>
							<?cs /if ?>
						<?cs /if ?>
					<?cs /each ?>
				</ul>
			</div>
		</div>
	<?cs /if ?>
<?cs /def ?>

<?cs def:_reference() ?>
	<?cs if:?Page.request ?>&amp;reference=<?cs var:url_escape(Page.request) ?><?cs /if ?>
<?cs /def ?>

<?cs # The link that tells of a problem on this page; on an error, with its reference ?>
<?cs def:signaler(classe) ?>
	<a href="/messages/probleme?page=<?cs var:url_escape(Page.url) ?><?cs call:_reference() ?>"
		class="<?cs var:classe ?>">Signaler un problème</a>
<?cs /def ?>

<?cs # What cannot be changed here is asked of who can, with one press: TITRE and TEXTE are what she reads ?>
<?cs def:demander(titre, texte, mot) ?>
	<?cs if:User.level < #3 ?>
		<form class="row" method="post" action="/messages/siege/changement">
			<?cs call:csrf() ?>
			<input type="hidden" name="titre" value="<?cs var:titre ?>">
			<input type="hidden" name="texte" value="<?cs var:texte ?>">
			<button class="btn b2"><?cs call:ic("send") ?> <?cs var:mot ?></button>
		</form>
	<?cs /if ?>
<?cs /def ?>
<?cs # The same with a word of hers: DEBUT is written already, ID tells two of a page apart ?>
<?cs def:demander_mot(titre, debut, mot, id) ?>
	<form class="stack g3" method="post" action="/messages/siege/changement">
		<?cs call:csrf() ?>
		<input type="hidden" name="titre" value="<?cs var:titre ?>">
		<div class="f">
			<label for="dm<?cs var:id ?>">Votre demande</label>
			<textarea id="dm<?cs var:id ?>" name="texte" rows="4" maxlength="20000"
				required><?cs var:debut ?></textarea>
		</div>
		<div class="row"><button class="btn"><?cs call:ic("send") ?> <?cs var:mot ?></button></div>
	</form>
<?cs /def ?>

<?cs def:vide(icone, titre, texte) ?>
	<?cs call:ic(icone) ?>
	<h2><?cs var:titre ?></h2>
	<p><?cs var:texte ?></p>
<?cs /def ?>

<?cs # Form fields: label, hint, control, error, tied together by their ids ?>
<?cs def:_aide(nom) ?>
	<?cs if:?Form[nom].aide ?><p class="hint" id="h-<?cs var:nom ?>"><?cs var:Form[nom].aide ?></p><?cs /if ?>
<?cs /def ?>

<?cs def:_attrs(nom) ?> id="f-<?cs var:nom ?>" name="<?cs var:nom ?>"
	<?cs if:?Form[nom].error ?> aria-invalid="true"
		aria-describedby="<?cs if:?Form[nom].aide ?>h-<?cs var:nom ?> <?cs /if ?>e-<?cs var:nom ?>"
	<?cs elif:?Form[nom].aide ?> aria-describedby="h-<?cs var:nom ?>"
	<?cs /if ?>
<?cs /def ?>

<?cs def:_label(nom) ?>
	<label for="f-<?cs var:nom ?>">
		<?cs var:Form[nom].label ?>
		<?cs if:Form[nom].facultatif ?> <span class="hint">(facultatif)</span><?cs /if ?>
	</label>
	<?cs call:_aide(nom) ?>
<?cs /def ?>

<?cs def:_erreur(nom) ?>
	<?cs if:?Form[nom].error ?>
		<p class="err" id="e-<?cs var:nom ?>"><?cs call:ic("warn") ?> <?cs var:Form[nom].error ?></p>
	<?cs /if ?>
<?cs /def ?>

<?cs def:champ(genre, nom, auto) ?>
	<div class="f">
		<?cs call:_label(nom) ?>
		<input type="<?cs var:genre ?>"<?cs call:_attrs(nom) ?>
			<?cs if:auto ?> autocomplete="<?cs var:auto ?>"<?cs /if ?>
			<?cs if:genre == "password" ?> maxlength="200"<?cs else ?> value="<?cs var:Form[nom].value ?>"
				<?cs if:genre == "text" ?> maxlength="500"<?cs /if ?><?cs /if ?>
			<?cs if:!Form[nom].facultatif ?> required<?cs /if ?>>
		<?cs call:_erreur(nom) ?>
	</div>
<?cs /def ?>

<?cs def:texte_long(nom, lignes) ?>
	<div class="f">
		<?cs call:_label(nom) ?>
		<textarea<?cs call:_attrs(nom) ?> rows="<?cs var:lignes ?>"
			<?cs if:!Form[nom].facultatif ?> required<?cs /if ?>><?cs var:Form[nom].value ?></textarea>
		<?cs call:_erreur(nom) ?>
	</div>
<?cs /def ?>

<?cs # A text with marks (Markdown), for who knows none: buttons by script over a plain textarea.
     Form.NAME.objet: what it is about, so that "@" offers only who may read it ("": no mention). ?>
<?cs def:_bouton(faire, icone, mot) ?>
	<button class="ib" type="button" data-do="<?cs var:faire ?>">
		<?cs call:ic(icone) ?><span class="vh"><?cs var:mot ?></span>
	</button>
<?cs /def ?>

<?cs def:editeur(nom, lignes) ?>
	<div class="f">
		<?cs call:_label(nom) ?>
		<div class="md">
			<div class="row bar" role="toolbar" aria-label="Mise en forme" aria-controls="f-<?cs var:nom ?>"
					hidden>
				<?cs call:_bouton("gras", "bold", "Gras") ?>
				<?cs call:_bouton("italique", "ital", "Italique") ?>
				<button class="ib" type="button" data-do="titre">
					<b aria-hidden="true">T</b>
					<span class="vh">Titre</span>
				</button>
				<?cs call:_bouton("liste", "list", "Liste") ?>
				<?cs call:_bouton("citation", "quote", "Citation") ?>
				<?cs call:_bouton("lien", "link", "Lien") ?>
				<?cs if:Form[nom].objet ?>
					<?cs call:_bouton("mention", "at", "Mentionner une personne") ?>
				<?cs /if ?>
			</div>
			<textarea<?cs call:_attrs(nom) ?> rows="<?cs var:lignes ?>" maxlength="20000"
				<?cs if:?Form[nom].objet ?> data-objet="<?cs var:Form[nom].objet ?>"<?cs /if ?>
				<?cs if:?Form[nom].brouillon ?> data-draft="<?cs var:Form[nom].brouillon ?>"<?cs /if ?>
				<?cs if:!Form[nom].facultatif ?> required<?cs /if ?>><?cs var:Form[nom].value ?></textarea>
		</div>
		<?cs call:_erreur(nom) ?>
	</div>
<?cs /def ?>

<?cs # Files of a form: <form enctype="multipart/form-data"> ?>
<?cs def:joindre(nom) ?>
	<div class="f">
		<?cs call:_label(nom) ?>
		<input type="file"<?cs call:_attrs(nom) ?> accept="image/jpeg,image/png,image/webp,image/gif,
				.svg,.html,.htm,.pdf,.docx,.xlsx,.pptx, .odt,.ods,.odp,.odg,.doc,.xls,.ppt,.rtf,
				.txt,.md,.csv,.ics,.vcf,.epub,.zip,.mp3,.m4a,.ogg,.mp4,.webm,.mov" multiple>
		<?cs call:_erreur(nom) ?>
	</div>
<?cs /def ?>

<?cs # Files that were attached: the list of fichier_list() ?>
<?cs def:fichier(f) ?>
	<?cs if:f.retenu ?>
		<p class="file m">
			<?cs call:ic("clock") ?>
			<span class="grow"><?cs var:f.nom ?> <small class="m">En cours de vérification</small></span>
		</p>
	<?cs else ?>
		<a class="file q" href="<?cs var:url_validate(f.url) ?>">
			<?cs call:ic(f.icone) ?>
			<span class="grow">
				<?cs var:f.nom ?> <small class="m"><?cs var:f.libelle ?>, <?cs var:f.poids ?></small>
			</span>
		</a>
	<?cs /if ?>
<?cs /def ?>

<?cs def:_photo(f, src, largeur, hauteur) ?>
	<a href="<?cs var:url_validate(f.url) ?>">
		<img src="<?cs var:url_validate(src) ?>" alt="<?cs var:f.alt ?>" width="<?cs var:largeur ?>"
			height="<?cs var:hauteur ?>" loading="lazy" decoding="async">
	</a>
<?cs /def ?>

<?cs def:photo(f) ?>
	<?cs if:?f.vignette ?><?cs call:_photo(f, f.vignette, f.vignette_largeur, f.vignette_hauteur) ?>
	<?cs else ?><?cs call:_photo(f, f.url, f.largeur, f.hauteur) ?>
	<?cs /if ?>
<?cs /def ?>

<?cs def:fichiers(liste) ?>
	<?cs if:subcount(liste) ?>
		<ul class="stack g1" aria-label="Fichiers">
			<?cs each:f = liste ?><li><?cs call:fichier(f) ?></li><?cs /each ?>
		</ul>
	<?cs /if ?>
<?cs /def ?>

<?cs # Things of this site that a text shows or leads to ?>
<?cs def:cartes(liste) ?>
	<?cs each:k = liste ?>
		<a class="file q" href="<?cs var:url_validate(k.url) ?>">
			<?cs call:ic(k.icone) ?><span class="grow"><?cs var:k.titre ?></span>
		</a>
	<?cs /each ?>
<?cs /def ?>

<?cs # A conversation in the box of messages: a row of conversation_list() ?>
<?cs def:ligne_conversation(c) ?>
	<li class="hit row nw g3"<?cs if:c.ici ?> aria-current="true"<?cs /if ?>>
		<span class="av<?cs if:c.genre == "envoi" ?> sq<?cs /if ?> h<?cs var:c.teinte ?>" aria-hidden="true">
			<?cs var:c.initiales ?>
		</span>
		<div class="grow">
			<p class="row nw q">
				<a class="cut" href="/messages/<?cs var:c.id ?>#m-<?cs var:c.dernier_id ?>">
					<?cs if:c.non_lus > #0 ?><b><?cs var:c.nom ?></b><?cs else ?><?cs var:c.nom ?><?cs /if ?>
				</a>
				<?cs if:c.archive && Filtre.vue != "archives" ?><span class="tag">Archivée</span><?cs /if ?>
				<time class="s m push"><?cs var:c.quand ?></time>
			</p>
			<p class="s<?cs if:c.non_lus == #0 ?> m<?cs /if ?> cut">
				<?cs if:c.mien ?>
					Vous : <?cs elif:c.groupe && c.auteur ?>
					<?cs var:c.auteur ?> : <?cs /if ?><?cs var:c.extrait ?>
			</p>
		</div>
		<?cs if:c.non_lus > #0 ?>
			<span class="count">
				<?cs var:c.non_lus ?>
				<span class="vh"> message<?cs call:s(c.non_lus) ?> non lu<?cs call:s(c.non_lus) ?></span>
			</span>
		<?cs /if ?>
	</li>
<?cs /def ?>

<?cs # The search among choices too many for one page: C as choices_cut() says it, what it left in OPTIONS ?>
<?cs def:cherche(c, libelle, options) ?>
	<?cs if:?c.cherche ?>
		<div class="row nw">
			<label class="vh" for="<?cs var:c.cherche.nom ?>"><?cs var:libelle ?> : chercher</label>
			<input type="search" id="<?cs var:c.cherche.nom ?>" name="<?cs var:c.cherche.nom ?>"
				maxlength="60" placeholder="Chercher dans la liste" value="<?cs var:c.mots ?>">
			<button class="btn b2" name="faire" value="relire" formnovalidate>Chercher</button>
		</div>
		<p class="hint">
			<?cs if:c.mots == "" ?>
				<?cs var:c.cherche ?> choix : cherchez par quelques lettres du nom.
			<?cs elif:#c.trouves > #c.cherche.montre ?>
				Les <?cs var:c.cherche.montre ?> premiers sur <?cs var:c.trouves ?> : écrivez un mot de plus
				pour préciser.
			<?cs elif:c.trouves == #0 ?>
				Aucun nom ne contient « <?cs var:c.mots ?> ».
			<?cs else ?>
				<?cs var:c.trouves ?> choix à ce nom, dans la liste.
			<?cs /if ?>
		</p>
	<?cs /if ?>
<?cs /def ?>

<?cs def:liste(nom, options, rien) ?>
	<div class="f">
		<?cs call:_label(nom) ?>
		<?cs call:cherche(Form[nom], Form[nom].label, options) ?>
		<select<?cs call:_attrs(nom) ?>>
			<?cs if:rien ?><option value=""><?cs var:rien ?></option><?cs /if ?>
			<?cs each:o = options ?>
				<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
					<?cs var:o.libelle ?>
				</option>
			<?cs /each ?>
		</select>
		<?cs call:_erreur(nom) ?>
	</div>
<?cs /def ?>

<?cs def:case(nom) ?>
	<div class="f">
		<label class="ck">
			<input type="checkbox"<?cs call:_attrs(nom) ?> value="1"
				<?cs if:Form[nom].value ?> checked<?cs /if ?>>
			<span><?cs var:Form[nom].label ?></span>
		</label>
		<?cs call:_aide(nom) ?>
		<?cs call:_erreur(nom) ?>
	</div>
<?cs /def ?>

<?cs def:choix(genre, nom, options) ?>
	<fieldset id="f-<?cs var:nom ?>" tabindex="-1"
			<?cs if:?Form[nom].error ?> aria-describedby="e-<?cs var:nom ?>"
				<?cs elif:?Form[nom].aide ?> aria-describedby="h-<?cs var:nom ?>"<?cs /if ?>>
		<legend>
			<?cs var:Form[nom].label ?>
			<?cs if:Form[nom].facultatif ?> <span class="hint">(facultatif)</span><?cs /if ?>
		</legend>
		<?cs call:_aide(nom) ?>
		<?cs call:cherche(Form[nom], Form[nom].label, options) ?>
		<div class="grid <?cs if:?Form[nom].long ?>wide<?cs else ?>tight<?cs /if ?>">
			<?cs each:o = options ?>
				<label class="ck">
					<input type="<?cs var:genre ?>" name="<?cs var:nom ?>" value="<?cs var:o.valeur ?>"
						<?cs if:o.choisi ?> checked<?cs /if ?>> <?cs var:o.libelle ?>
				</label>
			<?cs /each ?>
		</div>
		<?cs call:_erreur(nom) ?>
	</fieldset>
<?cs /def ?>

<?cs # A field of the contact model, drawn by its type: c.cle, libelle, type, aide, options ?>
<?cs def:champ_modele(c) ?>
	<?cs set:Form[c.cle].label = c.libelle ?>
	<?cs if:c.aide ?><?cs set:Form[c.cle].aide = c.aide ?><?cs /if ?>
	<?cs if:!c.obligatoire ?><?cs set:Form[c.cle].facultatif = "1" ?><?cs /if ?>
	<?cs if:!?Form[c.cle].value ?><?cs set:Form[c.cle].value = c.valeur ?><?cs /if ?>
	<?cs if:c.type == "long" ?><?cs call:texte_long(c.cle, "4") ?>
	<?cs elif:c.type == "date" ?><?cs call:champ("date", c.cle, "") ?>
	<?cs elif:c.type == "nombre" ?><?cs call:champ("number", c.cle, "") ?>
	<?cs elif:c.type == "courriel" ?><?cs call:champ("email", c.cle, "email") ?>
	<?cs elif:c.type == "telephone" ?><?cs call:champ("tel", c.cle, "tel") ?>
	<?cs elif:c.type == "oui_non" ?><?cs call:case(c.cle) ?>
	<?cs elif:c.type == "choix" ?><?cs call:liste(c.cle, c.options, "Sans réponse") ?>
	<?cs elif:c.type == "choix_multiple" ?><?cs call:choix("checkbox", c.cle, c.options) ?>
	<?cs else ?><?cs call:champ("text", c.cle, "") ?>
	<?cs /if ?>
<?cs /def ?>

<?cs # A filter of a list: f.cle, libelle, type, options, valeur ?>
<?cs def:facette(f) ?>
	<div class="f">
		<label for="q-<?cs var:f.cle ?>"><?cs var:f.libelle ?></label>
		<?cs if:subcount(f.options) || ?f.cherche ?>
			<?cs call:cherche(f, f.libelle, f.options) ?>
			<select id="q-<?cs var:f.cle ?>" name="<?cs var:f.cle ?>">
				<option value="">Indifférent</option>
				<?cs each:o = f.options ?>
					<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
						<?cs var:o.libelle ?>
					</option>
				<?cs /each ?>
			</select>
		<?cs else ?>
			<input type="<?cs if:f.type == "date" ?>date<?cs else ?>text<?cs /if ?>" id="q-<?cs var:f.cle ?>"
				name="<?cs var:f.cle ?>" value="<?cs var:f.valeur ?>"
				<?cs if:f.type != "date" ?> maxlength="200"<?cs /if ?>>
		<?cs /if ?>
	</div>
<?cs /def ?>

<?cs # What organisers ask of who registers (lib/web/questions.h) ?>
<?cs def:questions() ?>
	<?cs each:q = questions ?>
		<?cs if:subcount(Options[q.id]) ?><?cs call:liste("q" + q.id, Options[q.id], "Choisissez") ?>
		<?cs else ?><?cs call:champ("text", "q" + q.id, "") ?>
		<?cs /if ?>
	<?cs /each ?>
<?cs /def ?>

<?cs # The same filter when the page does not show it: what it holds goes with the form ?>
<?cs def:facette_gardee(f) ?>
	<?cs if:?f.valeur && f.valeur != "" ?>
		<input type="hidden" name="<?cs var:f.cle ?>" value="<?cs var:f.valeur ?>">
	<?cs /if ?>
	<?cs each:o = f.options ?>
		<?cs if:o.choisi ?>
			<input type="hidden" name="<?cs var:f.cle ?>" value="<?cs var:o.valeur ?>">
		<?cs /if ?>
	<?cs /each ?>
<?cs /def ?>

<?cs # Pages of a list: by number, or only before and after ?>

<?cs # The map of carte_say(); OU says what the départements with most have. ?>
<?cs def:carte_de_france(ou) ?>
	<figure class="stack g3">
		<svg class="map" viewBox="-11 0 264 248" role="img" aria-label="Carte de France en alvéoles
					<?cs if:Carte.ou ?> : <?cs var:ou ?> : <?cs var:Carte.ou ?><?cs /if ?>. Le détail est dans
					la liste.">
			<?cs each:q = Carte.teintes ?><path class="q<?cs var:q.i ?>" d="<?cs var:q.d ?>"/><?cs /each ?>
			<?cs each:t = Carte.textes ?>
				<?cs if:t.t ?>
					<text class="l<?cs var:t.i ?>" x="<?cs var:t.x ?>" y="<?cs var:t.y ?>">
						<?cs var:t.t ?>
					</text>
				<?cs /if ?>
			<?cs /each ?>
		</svg>
		<figcaption class="s">
			<?cs each:q = Carte.teintes ?>
				<span class="k q<?cs var:q.i ?>"><?cs var:q.libelle ?></span> <?cs /each ?>
		</figcaption>
	</figure>
<?cs /def ?>

<?cs def:precedente(p) ?>
	<?cs if:?p.precedente ?>
		<a href="<?cs var:url_validate(p.precedente) ?>" rel="prev">
			<?cs call:ic("left") ?> Précédente
		</a>
	<?cs /if ?>
<?cs /def ?>

<?cs def:suivante(p) ?>
	<?cs if:?p.suivante ?>
		<a href="<?cs var:url_validate(p.suivante) ?>" rel="next">
			Suivante <?cs call:ic("right") ?>
		</a>
	<?cs /if ?>
<?cs /def ?>

<?cs def:suite(p) ?>
	<?cs if:?p.precedente || ?p.suivante ?>
		<nav class="pager" aria-label="Pages">
			<?cs call:precedente(p) ?>
			<?cs call:suivante(p) ?>
		</nav>
	<?cs /if ?>
<?cs /def ?>

<?cs def:pager(p) ?>
	<?cs if:subcount(p.pages) > #1 ?>
		<nav class="pager" aria-label="Pages">
			<?cs call:precedente(p) ?>
			<?cs each:n = p.pages ?>
				<?cs if:?n.url ?>
					<a href="<?cs var:url_validate(n.url) ?>"<?cs if:n.ici ?> aria-current="page"<?cs /if ?>>
						<?cs var:n.numero ?>
					</a>
				<?cs else ?>
					<span>…</span>
				<?cs /if ?>
			<?cs /each ?>
			<?cs call:suivante(p) ?>
		</nav>
	<?cs /if ?>
<?cs /def ?>

<?cs # A number in a table: f.texte, and f.url, the list that it counts ?>
<?cs def:cellule(f, classe) ?>
	<td class="<?cs var:classe ?>">
		<?cs if:?f.url ?><a class="q" href="<?cs var:url_validate(f.url) ?>"><?cs var:f.texte ?></a>
		<?cs else ?><?cs var:f.texte ?>
		<?cs /if ?>
	</td>
<?cs /def ?>

<?cs # The code of qr_say(), and in words what it is ?>
<?cs def:qr(libelle) ?>
	<svg class="qr" viewBox="0 0 <?cs var:Qr.side ?> <?cs var:Qr.side ?>" role="img"
			aria-label="<?cs var:libelle ?>" shape-rendering="crispEdges">
		<path d="<?cs var:Qr.path ?>"/>
	</svg>
<?cs /def ?>

<?cs # Take a list along: PATH without its ending, and what it is asked by ?>
<?cs def:exporter(path, query) ?>
	<details class="drop">
		<summary class="btn b2"><?cs call:ic("get") ?> Exporter</summary>
		<div class="stack g1">
			<a class="btn b3"
					href="<?cs var:url_validate(path) ?>.xlsx<?cs if:query ?>?<?cs var:query ?><?cs /if ?>">
				Tableur (.xlsx)
			</a>
			<a class="btn b3"
					href="<?cs var:url_validate(path) ?>.csv<?cs if:query ?>?<?cs var:query ?><?cs /if ?>">
				Texte (.csv)
			</a>
			<a class="btn b3" href="<?cs var:url_validate(path) ?>.json?emporter=1<?cs if:query ?>&amp;
						<?cs var:query ?><?cs /if ?>">
				Données (.json)
			</a>
		</div>
	</details>
<?cs /def ?>
