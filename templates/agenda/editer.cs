<?cs include:"agenda/macros.cs" ?>
<?cs set:Form.titre.label = "Titre" ?>
<?cs set:Form.debut.label = "Début" ?>
<?cs set:Form.fin.label = "Fin" ?>
<?cs set:Form.journee.label = "Toute la journée" ?>
<?cs set:Form.journee.aide = "Les heures ne comptent pas ; le dernier jour est compris." ?>
<?cs set:Form.rrule.label = "Répétition" ?>
<?cs set:Form.tous.label = "Toutes les… (1 : à chaque fois)" ?>
<?cs set:Form.tous.facultatif = "1" ?>
<?cs set:Form.jours.label = "Quels jours de la semaine ?" ?>
<?cs set:Form.jours.facultatif = "1" ?>
<?cs set:Form.serie_jusque.label = "Dernier jour" ?>
<?cs set:Form.serie_jusque.facultatif = "1" ?>
<?cs set:Form.serie_nombre.label = "Nombre de dates" ?>
<?cs set:Form.serie_nombre.facultatif = "1" ?>
<?cs set:Form.lieu.label = "Lieu" ?>
<?cs set:Form.lieu.facultatif = "1" ?>
<?cs set:Form.lieu.aide = "Une adresse, ou un nom que chacun-e trouve." ?>
<?cs set:Form.code_postal.label = "Code postal" ?>
<?cs set:Form.code_postal.facultatif = "1" ?>
<?cs set:Form.lien.label = "Lien de la réunion en ligne" ?>
<?cs set:Form.lien.facultatif = "1" ?>
<?cs set:Form.lien.aide = "Il commence par https://" ?>
<?cs set:Form.description.label = "Description" ?>
<?cs set:Form.description.facultatif = "1" ?>
<?cs set:Form.organisateur.label = "Qui organise ?" ?>
<?cs set:Form.type.label = "Type d’engagement" ?>
<?cs set:Form.type.facultatif = "1" ?>
<?cs set:Form.visibilite.label = "Qui voit l’événement ?" ?>
<?cs set:Form.visibilite.aide = "Sans choix : le groupe qui organise ; tous les bénévoles, si c’est vous." ?>
<?cs set:Form.visibilite.long = "1" ?>
<?cs set:Form.groupes.label = "Quels groupes ?" ?>
<?cs set:Form.groupes.facultatif = "1" ?>
<?cs set:Form.groupes.aide = "Pour un événement de groupes ; sans choix, le groupe qui organise." ?>
<?cs set:Form.groupes.long = "1" ?>
<?cs set:Form.mode.label = "Comment s’inscrit-on ?" ?>
<?cs set:Form.places.label = "Nombre de places" ?>
<?cs set:Form.places.facultatif = "1" ?>
<?cs set:Form.places.aide = "Par date, accompagnants compris. Vide : sans limite." ?>
<?cs set:Form.reserve.label = "Dont réservées" ?>
<?cs set:Form.reserve.facultatif = "1" ?>
<?cs set:Form.reserve.aide = "Gardées pour les personnes que vous inscrivez vous-même." ?>
<?cs set:Form.invites_max.label = "Accompagnants par personne" ?>
<?cs set:Form.invites_max.facultatif = "1" ?>
<?cs set:Form.cloture.label = "Fermeture des inscriptions" ?>
<?cs set:Form.cloture.facultatif = "1" ?>
<?cs set:Form.cloture.aide = "Vide : au début de l’événement." ?>
<?cs set:Form.delai_h.label = "Heures pour confirmer une place libérée" ?>
<?cs set:Form.delai_h.facultatif = "1" ?>
<?cs set:Form.retrait_h.label = "Heures avant le début où l’on ne part que si quelqu’un reprend la place" ?>
<?cs set:Form.retrait_h.facultatif = "1" ?>
<?cs set:Form.retrait_h.aide = "0 : on peut se désinscrire à tout moment." ?>
<?cs set:Form.fichiers.label = "Photos et fichiers, pour qui voit l’événement" ?>
<?cs set:Form.fichiers.facultatif = "1" ?>

<?cs def:frequence(valeur, libelle) ?>
	<label class="ck">
		<input type="radio" name="repete" value="<?cs var:valeur ?>"
			<?cs if:Form.repete.value == valeur ?> checked<?cs /if ?>> <?cs var:libelle ?>
	</label>
<?cs /def ?>
<?cs def:du_mois(valeur, libelle) ?>
	<label class="ck">
		<input type="radio" name="mois" value="<?cs var:valeur ?>"
			<?cs if:Form.mois.value == valeur ?> checked<?cs /if ?>> <?cs var:libelle ?>
	</label>
<?cs /def ?>
<?cs def:finit(valeur, libelle) ?>
	<label class="ck">
		<input type="radio" name="finit" value="<?cs var:valeur ?>"
			<?cs if:Form.finit.value == valeur ?> checked<?cs /if ?>> <?cs var:libelle ?>
	</label>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<?cs if:?evenement.id ?>
			<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<?cs /if ?>
	</ol>
</nav>
<div class="head">
	<h1><?cs var:Page.title ?></h1>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="<?cs var:url_validate(Action) ?>"
		enctype="multipart/form-data" novalidate>
	<?cs call:csrf() ?>
	<?cs # What the Enter key does: the first button of a form ?>
	<button class="vh" tabindex="-1">Enregistrer</button>
	<?cs if:?Suite ?>
		<input type="hidden" name="portee" value="suite">
		<input type="hidden" name="date" value="<?cs var:Suite ?>">
		<?cs call:alerte("", "Cette date et les suivantes deviennent une série à part, avec les personnes qui
			y sont inscrites. Les dates d’avant ne changent pas.") ?>
	<?cs /if ?>
	<?cs if:Promues > #0 ?>
		<div class="alert warn" role="alert">
			<?cs call:ic("warn") ?>
			<div class="stack g3">
				<p>
					<b>
						<?cs if:Promues > #1 ?><?cs var:nb(Promues) ?> personnes seront promues
						<?cs else ?>1 personne sera promue
						<?cs /if ?>
					</b> : elles attendent, et vous gardez moins de places. Chacune l’apprend aussitôt.
				</p>
				<div class="row">
					<button class="btn" name="confirme" value="1">
						Enregistrer et promouvoir <?cs var:nb(Promues) ?> personne<?cs call:s(Promues) ?>
					</button>
				</div>
			</div>
		</div>
	<?cs /if ?>
	<?cs if:Prevenus > #0 ?>
		<p>
			<?cs if:Prevenus > #1 ?><?cs var:Prevenus.texte ?> personnes seront prévenues
			<?cs else ?>1 personne sera prévenue
			<?cs /if ?> si la date, l’heure ou le lieu change. Si le jour change, chaque personne inscrite
			garde sa place et la confirme. Un changement du texte seul ne prévient personne.
		</p>
	<?cs /if ?>
	<?cs call:champ("text", "titre", "") ?>
	<div class="grid">
		<?cs if:Form.journee.value ?>
			<?cs call:champ("date", "debut", "") ?>
			<?cs call:champ("date", "fin", "") ?>
		<?cs else ?>
			<?cs call:champ("datetime-local", "debut", "") ?>
			<?cs call:champ("datetime-local", "fin", "") ?>
		<?cs /if ?>
	</div>
	<?cs call:case("journee") ?>
	<div class="row">
		<button class="btn b3" name="faire" value="relire">
			<?cs call:ic("cal") ?> Voir ce qui a lieu ces jours-là
		</button>
	</div>
	<?cs if:subcount(Autour) ?>
		<section class="stack g1 m" aria-labelledby="autour">
			<h2 id="autour" class="s">Ces jours-là, déjà</h2>
			<ul class="stack g1">
				<?cs each:a = Autour ?>
					<li><a href="/agenda/<?cs var:a.id ?>"><?cs var:a.titre ?></a>, <?cs var:a.dedans ?></li>
				<?cs /each ?>
			</ul>
		</section>
	<?cs /if ?>
	<details id="f-rrule"<?cs if:Form.repete.value || ?Form.rrule.error ?> open<?cs /if ?>>
		<summary><span class="btn b3"><?cs call:ic("sync") ?> Répéter l’événement</span></summary>
		<div class="stack mt">
			<?cs call:_erreur("rrule") ?>
			<fieldset id="f-repete" tabindex="-1">
				<legend>L’événement se répète</legend>
				<div class="grid tight">
					<?cs call:frequence("", "Une seule fois") ?>
					<?cs call:frequence("jour", "Chaque jour") ?>
					<?cs call:frequence("semaine", "Chaque semaine") ?>
					<?cs call:frequence("mois", "Chaque mois") ?>
					<?cs call:frequence("annee", "Chaque année") ?>
					<?cs if:Form.repete.value == "regle" ?>
						<?cs call:frequence("regle", "Comme jusqu’ici") ?>
					<?cs /if ?>
				</div>
				<?cs if:Form.repete.value == "regle" ?>
					<input type="hidden" name="regle" value="<?cs var:Form.regle.value ?>">
				<?cs /if ?>
			</fieldset>
			<?cs set:Form.tous.label = "Une fois sur…" ?>
			<?cs set:Form.tous.aide = "2 : une semaine (un mois, un jour, une année) sur deux." ?>
			<?cs call:champ("number", "tous", "") ?>
			<?cs call:choix("checkbox", "jours", Jours) ?>
			<fieldset id="f-mois" tabindex="-1">
				<legend>Chaque mois, quel jour ?</legend>
				<div class="grid wide">
					<?cs call:du_mois("date", "À la même date, par exemple le 12") ?>
					<?cs call:du_mois("rang", "Au même rang, par exemple le 2e mardi") ?>
					<?cs call:du_mois("dernier", "Le dernier, par exemple le dernier mardi") ?>
					<?cs call:du_mois("dernier_jour", "Le dernier jour du mois") ?>
				</div>
			</fieldset>
			<fieldset id="f-finit" tabindex="-1">
				<legend>Jusqu’à quand ?</legend>
				<div class="grid tight">
					<?cs call:finit("jamais", "Sans fin") ?>
					<?cs call:finit("jour", "Jusqu’à un jour") ?>
					<?cs call:finit("nombre", "Un nombre de dates") ?>
				</div>
			</fieldset>
			<div class="grid">
				<?cs call:champ("date", "serie_jusque", "") ?>
				<?cs call:champ("number", "serie_nombre", "") ?>
			</div>
		</div>
	</details>
	<div class="grid">
		<?cs call:champ("text", "lieu", "") ?>
		<?cs call:champ("text", "code_postal", "") ?>
	</div>
	<?cs call:champ("url", "lien", "") ?>
	<?cs call:editeur("description", "6") ?>
	<?cs call:liste("organisateur", Organisateurs, "") ?>
	<?cs call:choix("radio", "visibilite", Visibilites) ?>
	<input type="hidden" name="avec_groupes" value="1">
	<?cs call:choix("checkbox", "groupes", Groupes) ?>
	<?cs call:autres_groupes("groupes") ?>
	<?cs call:liste("type", Types, "Tous") ?>
	<?cs call:choix("radio", "mode", Modes) ?>
	<div class="grid">
		<?cs call:champ("number", "places", "") ?>
		<?cs call:champ("number", "invites_max", "") ?>
	</div>
	<?cs if:Attente > #0 ?>
		<p class="hint">
			<?cs var:nb(Attente) ?> personne<?cs call:s(Attente) ?> <?cs if:Attente > #1 ?>attendent
			<?cs else ?>attend
			<?cs /if ?> une place : celles que vous ajoutez sont données aussitôt, à qui attend depuis
			le plus longtemps.
		</p>
	<?cs /if ?>
	<details<?cs if:?Form.reserve.error || ?Form.cloture.error || ?Form.delai_h.error ||
			?Form.retrait_h.error ?> open<?cs /if ?>>
		<summary><span class="btn b3"><?cs call:ic("tune") ?> Réglages des inscriptions</span></summary>
		<div class="stack mt">
			<?cs call:champ("number", "reserve", "") ?>
			<?cs call:champ("datetime-local", "cloture", "") ?>
			<?cs call:champ("number", "delai_h", "") ?>
			<?cs call:champ("number", "retrait_h", "") ?>
		</div>
	</details>
	<?cs call:joindre("fichiers") ?>
	<?cs if:?Sondage.id ?>
		<input type="hidden" name="sondage" value="<?cs var:Sondage.id ?>">
		<?cs if:Sondage.oui > #0 ?>
			<label class="ck">
				<input type="checkbox" name="inviter_oui" value="1" checked>
				<span>
					Inviter <?cs if:Sondage.oui > #1 ?>les <?cs var:nb(Sondage.oui) ?> personnes qui ont dit
						oui
					<?cs else ?>la personne qui a dit oui
					<?cs /if ?> à cette date
				</span>
			</label>
		<?cs /if ?>
	<?cs /if ?>
	<div class="row">
		<?cs if:Nouveau || evenement.etat == "brouillon" ?>
			<button class="btn" name="vers" value="publier">Continuer vers la publication</button>
			<button class="btn b2">Enregistrer le brouillon</button>
		<?cs else ?>
			<button class="btn">Enregistrer les changements</button>
		<?cs /if ?>
		<a class="btn b3" href="/agenda<?cs if:?evenement.id ?>/<?cs var:evenement.id ?><?cs /if ?>">
			Annuler
		</a>
	</div>
</form>
