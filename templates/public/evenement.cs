<?cs set:Form.prenom.label = "Prénom" ?>
<?cs set:Form.nom.label = "Nom" ?>
<?cs set:Form.nom.facultatif = "1" ?>
<?cs set:Form.email.label = "Adresse courriel" ?>
<?cs set:Form.email.aide = "Pour confirmer, puis un rappel la veille. C’est tout." ?>
<?cs set:Form.mot.label = "Une question, un besoin" ?>
<?cs set:Form.mot.facultatif = "1" ?>
<?cs set:Form.invites.label = "Je viens avec" ?>
<?cs set:Form.suite.label = Accord ?>

<?cs def:places() ?>
	<?cs if:evenement.places > #0 ?>
		<div class="stack g1">
			<p class="row s">
				<b>
					<?cs if:Complet ?>C’est complet
					<?cs elif:date.libres == #1 ?>Il reste une place
					<?cs else ?>Il reste <?cs var:date.libres.texte ?> places
					<?cs /if ?>
				</b>
				<span class="push m">sur <?cs var:evenement.places.texte ?></span>
			</p>
			<meter max="<?cs var:evenement.places ?>" value="<?cs var:date.pris ?>"
				aria-label="<?cs var:date.pris.texte ?> places prises
					sur <?cs var:evenement.places.texte ?>"></meter>
			<?cs if:Complet && evenement.mode != "demande" ?>
				<p class="s">
					Inscrivez-vous sur la liste d’attente : nous vous écrirons dès qu’une place se libère.
				</p>
			<?cs /if ?>
		</div>
	<?cs /if ?>
<?cs /def ?>

<?cs def:membres() ?>
	<?cs if:evenement.membres > #1 ?>, <?cs var:evenement.membres.texte ?> membres<?cs /if ?>
	<?cs if:evenement.libre ?>, ouvert à qui veut venir voir<?cs /if ?>
<?cs /def ?>

<?cs def:quelle_date() ?>
	<?cs if:evenement.rrule ?>
		<div class="f">
			<label for="f-date">Date</label>
			<select id="f-date" name="date">
				<?cs each:d = dates ?>
					<option value="<?cs var:d.jour ?>"<?cs if:?d.choisi ?> selected<?cs /if ?>>
						<?cs var:d.quand ?>
					</option>
				<?cs /each ?>
			</select>
		</div>
	<?cs /if ?>
<?cs /def ?>

<?cs def:avec() ?>
	<?cs if:evenement.invites_max > #0 ?>
		<div class="f">
			<?cs call:_label("invites") ?>
			<select<?cs call:_attrs("invites") ?>>
				<?cs each:o = Invites ?>
					<option value="<?cs var:o.n ?>"<?cs if:?o.choisi ?> selected<?cs /if ?>>
						<?cs if:o.n == #0 ?>Personne d’autre
						<?cs elif:o.n == #1 ?>Une personne
						<?cs else ?><?cs var:nb(o.n) ?> personnes
						<?cs /if ?>
					</option>
				<?cs /each ?>
			</select>
			<?cs call:_erreur("invites") ?>
		</div>
	<?cs /if ?>
<?cs /def ?>

<?cs def:formulaire() ?>
	<form class="panel stack g3" method="post" action="/public/evenements/<?cs var:evenement.id ?>"
			aria-labelledby="ins">
		<h2 id="ins">M’inscrire</h2>
		<?cs call:places() ?>
		<?cs call:quelle_date() ?>
		<?cs call:champ("text", "prenom", "given-name") ?>
		<?cs call:champ("text", "nom", "family-name") ?>
		<?cs call:champ("email", "email", "email") ?>
		<?cs call:avec() ?>
		<?cs call:questions() ?>
		<?cs call:champ("text", "mot", "") ?>
		<?cs if:?Accord ?><?cs call:case("suite") ?><?cs /if ?>
		<div class="leurre" aria-hidden="true">
			<label for="f-site">Laissez ce champ vide</label>
			<input type="text" id="f-site" name="site" tabindex="-1" autocomplete="off">
		</div>
		<button class="btn">
			<?cs if:evenement.mode == "demande" ?>Demander une place
			<?cs elif:Complet ?>M’inscrire sur la liste d’attente
			<?cs else ?>Réserver ma place
			<?cs /if ?>
		</button>
		<p class="hint">
			Sans compte. Vos réponses sont lues par qui organise et effacées trois mois après.
			<?cs if:evenement.mode == "demande" ?>Une personne qui organise accepte ou refuse.<?cs /if ?> <a
				href="/public/donnees">Vos données</a>
		</p>
	</form>
<?cs /def ?>

<?cs if:?Trop ?>
	<?cs call:alerte("warn", "Il ne reste pas assez de places pour autant de personnes.") ?>
<?cs /if ?>
<?cs call:erreurs() ?>
<div class="hero">
	<svg class="ruche" aria-hidden="true"><use href="<?cs var:Asset.icons ?>#ruche"/></svg>
	<div class="head">
		<div class="stack g3">
			<p class="row">
				<?cs if:evenement.groupe ?><span class="tag o"><?cs var:evenement.groupe ?></span><?cs /if ?>
				<span class="tag o"><?cs call:ic("globe") ?> Ouvert à toutes et tous</span>
			</p>
			<h1><?cs var:evenement.titre ?></h1>
			<div class="row nw g3">
				<span class="date" aria-hidden="true">
					<small><?cs var:date.mois_court ?></small><?cs var:date.numero ?>
				</span>
				<p>
					<b><?cs var:date.quand ?></b>
					<?cs if:date.lieu ?><br><?cs var:date.lieu ?><?cs /if ?>
				</p>
			</div>
		</div>
	</div>
</div>
<div class="cols mt">
	<div class="stack g5">
		<?cs if:Etat == "annule" ?>
			<?cs if:evenement.etat == "annule" ?><?cs call:alerte("bad", "Cet événement est annulé.") ?>
			<?cs else ?><?cs call:alerte("bad", "Cette date est annulée.") ?>
			<?cs /if ?>
		<?cs /if ?>
		<p class="row">
			<?cs if:Etat == "" && !?User.id ?>
				<a class="btn narrow" href="#ins"><?cs call:ic("check") ?> M’inscrire</a>
			<?cs /if ?>
			<?cs if:Etat != "annule" && Etat != "passe" ?>
				<a class="btn b2" href="/public/evenements/<?cs var:evenement.id ?>.ics">
					<?cs call:ic("cal") ?> Ajouter à mon agenda
				</a>
			<?cs /if ?>
			<?cs if:date.lieu ?>
				<a class="btn b3" rel="noreferrer"
						href="https://www.openstreetmap.org/search?query=<?cs var:Plan ?>">
					<?cs call:ic("pin") ?> Voir le plan
				</a>
			<?cs /if ?>
		</p>
		<div class="read">
			<?cs uvar:evenement.texteHtml ?>
			<?cs # out of texte_html() ?>
		</div>
		<?cs if:subcount(fichiers) ?>
			<section class="stack g3" aria-labelledby="pieces">
				<h2 id="pieces">À télécharger</h2>
				<div class="grid"><?cs each:f = fichiers ?><?cs call:fichier(f) ?><?cs /each ?></div>
			</section>
		<?cs /if ?>
		<?cs if:evenement.groupe ?>
			<section class="row nw g3" aria-label="Qui invite">
				<span class="av sq h<?cs var:evenement.teinte ?>" aria-hidden="true">
					<?cs call:ic("groups") ?>
				</span>
				<p class="by">
					<?cs var:evenement.groupe ?>
					<small>
						<?cs var:Site.org ?><?cs call:membres() ?>
					</small>
				</p>
			</section>
		<?cs /if ?>
	</div>
	<aside>
		<?cs if:?User.id ?>
			<section class="panel stack g3" aria-labelledby="ins">
				<h2 id="ins">Vous avez un compte</h2>
				<p class="s">Votre inscription se fait d’un appui, depuis l’agenda.</p>
				<a class="btn" href="/agenda/<?cs var:evenement.id ?>">Voir dans l’agenda</a>
			</section>
		<?cs elif:Etat == "" ?>
			<?cs call:formulaire() ?>
		<?cs else ?>
			<section class="panel stack g3" aria-labelledby="ins">
				<h2 id="ins">Inscriptions</h2>
				<p>
					<?cs if:Etat == "annule" ?>Il n’y a plus d’inscription.
					<?cs elif:Etat == "passe" ?>Cet événement est passé.
					<?cs elif:Etat == "sans" ?>Pas besoin de s’inscrire : venez.
					<?cs else ?>Les inscriptions sont fermées.
					<?cs /if ?>
				</p>
			</section>
		<?cs /if ?>
		<?cs if:!?User.id ?>
			<p class="s mt">Une question avant de venir ? <a href="/public/contact">Écrivez-nous</a></p>
		<?cs /if ?>
	</aside>
</div>
