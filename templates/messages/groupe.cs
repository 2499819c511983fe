<?cs set:Form.titre.label = "Sujet" ?>
<?cs set:Form.texte.label = "Votre message" ?>
<?cs set:Form.texte.brouillon = "message-groupe" ?>
<?cs set:Form.fichiers.label = "Fichiers" ?>
<?cs set:Form.fichiers.facultatif = "1" ?>
<?cs set:Form.important.label = "C’est important : je verrai combien de personnes l’ont lu, et elles le
	sauront" ?>
<?cs set:Form.groupe.label = "Groupe" ?>
<?cs set:Form.groupe.facultatif = "1" ?>
<?cs set:Form.segment.label = "Ou segment" ?>
<?cs set:Form.segment.facultatif = "1" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/messages">Messages</a></li>
	</ol>
</nav>
<?cs if:?cible.titre ?>
	<div class="head">
		<div>
			<h1>
				<?cs if:cible.groupe > #0 ?>Écrire à tout le groupe
				<?cs else ?>Écrire à tout un segment
				<?cs /if ?>
			</h1>
			<p>
				<?cs var:cible.titre ?> : <b><?cs var:nb(cible.nombre) ?> personne
				<?cs if:cible.nombre > #1 ?>s</b> recevront<?cs else ?></b> recevra<?cs /if ?> votre message.
				Aucune adresse n’est montrée.
			</p>
		</div>
	</div>
	<?cs call:erreurs() ?>
	<form class="stack read" method="post" action="/messages/groupe" enctype="multipart/form-data" novalidate>
		<?cs call:csrf() ?>
		<?cs if:cible.groupe > #0 ?><input type="hidden" name="groupe" value="<?cs var:cible.groupe ?>">
		<?cs else ?><input type="hidden" name="segment" value="<?cs var:cible.segment ?>">
		<?cs /if ?>
		<?cs call:champ("text", "titre", "off") ?>
		<?cs call:editeur("texte", "8") ?>
		<fieldset>
			<legend>Qui lit les réponses ?</legend>
			<label class="ck">
				<input type="radio" name="reponses" value="auteur"
					<?cs if:Form.reponses.value != "tous" ?> checked<?cs /if ?>> Moi seulement
			</label>
			<label class="ck">
				<input type="radio" name="reponses" value="tous"
					<?cs if:Form.reponses.value == "tous" ?> checked<?cs /if ?>> Toutes les personnes qui
				reçoivent ce message
			</label>
		</fieldset>
		<?cs call:case("important") ?>
		<?cs call:joindre("fichiers") ?>
		<div class="row">
			<button class="btn">
				<?cs call:ic("send") ?> Envoyer
				à <?cs var:nb(cible.nombre) ?> personne<?cs call:s(cible.nombre) ?>
			</button>
			<a class="btn b3" href="/messages">Annuler</a>
		</div>
	</form>
<?cs else ?>
	<div class="head">
		<div>
			<h1>Écrire à tout un groupe</h1>
			<p>Le nombre de personnes vous sera montré avant l’envoi.</p>
		</div>
	</div>
	<form class="stack read" method="get" action="/messages/groupe">
		<?cs call:liste("groupe", Groupes, "Choisir un groupe") ?>
		<?cs if:subcount(Segments) ?><?cs call:liste("segment", Segments, "Choisir un segment") ?><?cs /if ?>
		<div class="row">
			<button class="btn">Continuer</button>
			<a class="btn b3" href="/messages">Annuler</a>
		</div>
	</form>
<?cs /if ?>
