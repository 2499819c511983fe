<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1>Publier</h1>
		<p><?cs call:ic("lock") ?> Pour <?cs var:groupe.titre ?></p>
	</div>
</div>

<?cs def:sorte(cle, nom) ?>
	<a href="<?cs var:url_validate(Sorte[cle]) ?>"<?cs if:Genre == cle ?> aria-current="true"<?cs /if ?>>
		<?cs var:nom ?>
	</a>
<?cs /def ?>

<nav class="seg" aria-label="Sorte de publication">
	<?cs call:sorte("message", "Message") ?>
	<?cs call:sorte("question", "Question") ?>
	<?cs call:sorte("merci", "Portrait, merci") ?>
	<?cs call:sorte("sondage", "Sondage") ?>
	<?cs call:sorte("dates", "Trouver une date") ?>
	<?cs call:sorte("quiz", "Quiz") ?>
</nav>
<?cs call:erreurs() ?>

<?cs # "23 membres et 4 personnes du Siège verront ceci." ?>
<?cs def:verront(v) ?>
	<?cs if:v.membres > #0 ?><?cs var:v.membres.texte ?> membre<?cs call:s(v.membres) ?><?cs /if ?>
	<?cs if:v.siege > #0 ?>
		<?cs if:v.membres > #0 ?>
			<?cs if:v.autres > #0 ?>,<?cs else ?> et<?cs /if ?> <?cs /if ?>
		<?cs var:v.siege.texte ?> personne<?cs call:s(v.siege) ?> du Siège
	<?cs /if ?>
	<?cs if:v.autres > #0 ?>
		<?cs if:v.autres != v.total ?> et <?cs var:v.autres.texte ?> autre<?cs call:s(v.autres) ?> personne
		<?cs else ?><?cs var:v.autres.texte ?> personne
		<?cs /if ?><?cs call:s(v.autres) ?>
	<?cs /if ?> <?cs if:v.total > #1 ?>verront<?cs else ?>verra<?cs /if ?> ceci.
<?cs /def ?>

<form class="stack read mt" method="post" enctype="multipart/form-data"
		action="/groupes/<?cs var:groupe.id ?>/publications">
	<?cs call:csrf() ?>
	<input type="hidden" name="genre" value="<?cs var:Genre ?>">
	<?cs if:Genre == "sondage" || Genre == "dates" || Genre == "quiz" ?>
		<?cs set:Form.titre.label = "Question" ?>
		<?cs if:Genre == "dates" ?>
			<?cs set:Form.titre.aide = "Par exemple : quelle date pour le bilan de l’année ?" ?>
		<?cs elif:Genre == "quiz" ?>
			<?cs set:Form.titre.label = "Titre du quiz" ?>
		<?cs /if ?>
	<?cs else ?>
		<?cs set:Form.titre.label = "Titre" ?>
		<?cs if:Genre == "merci" ?>
			<?cs set:Form.titre.aide = "Par exemple : merci à Awa, dix ans au magasin de Lille" ?>
		<?cs /if ?>
		<?cs set:Form.titre.facultatif = "1" ?>
	<?cs /if ?>
	<?cs call:champ("text", "titre", "") ?>
	<?cs set:Form.texte.label = "Texte" ?>
	<?cs set:Form.texte.facultatif = "1" ?>
	<?cs set:Form.texte.objet = Contenu ?>
	<?cs set:Form.texte.brouillon = "g" + groupe.id ?>
	<?cs call:editeur("texte", "5") ?>
	<?cs if:Genre == "sondage" ?>
		<?cs set:Form.reponses.label = "Réponses possibles" ?>
		<?cs set:Form.reponses.aide = "Une par ligne, douze au plus." ?>
		<?cs call:texte_long("reponses", "5") ?>
		<?cs set:Form.plusieurs.label = "Plusieurs réponses possibles" ?>
		<?cs call:case("plusieurs") ?>
		<?cs set:Form.secret.label = "Vote secret" ?>
		<?cs set:Form.secret.aide = "Personne ne peut savoir qui a choisi quoi, pas même le Siège. Le résultat
			paraît à la clôture, et un vote ne se change pas." ?>
		<?cs call:case("secret") ?>
	<?cs elif:Genre == "dates" ?>
		<fieldset class="stack g3">
			<legend>Dates proposées</legend>
			<p class="hint">Chaque personne dira oui, si besoin ou non.</p>
			<div class="grid">
				<?cs loop:i = #1, #6 ?>
					<?cs set:Nom = "jour" + i ?>
					<?cs set:Form[Nom].label = "Date " + i ?>
					<?cs if:i > #2 ?><?cs set:Form[Nom].facultatif = "1" ?><?cs /if ?>
					<?cs call:champ("datetime-local", Nom, "") ?>
				<?cs /loop ?>
			</div>
		</fieldset>
	<?cs elif:Genre == "quiz" ?>
		<?cs each:q = Quiz ?>
			<?cs set:Nq = "q" + q.n ?>
			<?cs set:Ne = "e" + q.n ?>
			<fieldset class="panel stack g3">
				<legend class="vh">Question <?cs var:q.n ?></legend>
				<?cs set:Form[Nq].label = "Question " + q.n ?>
				<?cs if:q.n > #1 ?><?cs set:Form[Nq].facultatif = "1" ?><?cs /if ?>
				<?cs call:champ("text", Nq, "") ?>
				<?cs each:a = q.r ?>
					<?cs if:a > #0 ?>
						<?cs set:Nr = "r" + q.n + "-" + a ?>
						<?cs set:Nj = "juste" + q.n ?>
						<div class="row">
							<div class="grow">
								<label class="vh" for="f-<?cs var:Nr ?>">
									Réponse <?cs var:a ?> à la question <?cs var:q.n ?>
								</label>
								<input id="f-<?cs var:Nr ?>" type="text" name="<?cs var:Nr ?>" maxlength="290"
									placeholder="Réponse <?cs var:a ?>" value="<?cs var:Form[Nr].value ?>">
							</div>
							<label class="ck">
								<input type="radio" name="juste<?cs var:q.n ?>" value="<?cs var:a ?>"
									<?cs if:Form[Nj].value == a ?> checked<?cs /if ?>> Juste
							</label>
						</div>
					<?cs /if ?>
				<?cs /each ?>
				<?cs set:Form[Ne].label = "Explication" ?>
				<?cs set:Form[Ne].facultatif = "1" ?>
				<?cs set:Form[Ne].aide = "Montrée après la réponse." ?>
				<?cs call:champ("text", Ne, "") ?>
			</fieldset>
		<?cs /each ?>
	<?cs /if ?>
	<?cs if:Genre == "sondage" || Genre == "dates" || Genre == "quiz" ?>
		<?cs set:Form.fin.label = "Clôture" ?>
		<?cs set:Form.fin.facultatif = "1" ?>
		<?cs set:Form.fin.aide = "Sans date, vous clorez vous-même." ?>
		<?cs call:champ("datetime-local", "fin", "") ?>
		<?cs if:Genre != "quiz" ?>
			<div class="f">
				<label for="f-resultat">Le résultat se voit</label>
				<select id="f-resultat" name="resultat">
					<option value="suite"<?cs if:Form.resultat.value == "suite" ?> selected<?cs /if ?>>
						tout de suite
					</option>
					<option value="vote"<?cs if:Form.resultat.value == "vote" ?> selected<?cs /if ?>>
						après avoir voté
					</option>
					<option value="cloture"<?cs if:Form.resultat.value == "cloture" ?> selected<?cs /if ?>>
						à la clôture
					</option>
				</select>
			</div>
		<?cs /if ?>
	<?cs else ?>
		<fieldset class="stack g3">
			<legend>Joindre</legend>
			<?cs set:Form.fichiers.label = "Fichiers et photos" ?>
			<?cs set:Form.fichiers.facultatif = "1" ?>
			<?cs call:joindre("fichiers") ?>
			<?cs # The first in sight, each other folded in the one before it: no script, and nothing is sent
			     to add one. ?>
			<?cs loop:i = #0, #4 ?>
				<?cs with:l = Liens[i] ?>
					<?cs if:i > #0 ?>
						<details class="stack g3"<?cs if:l.ouvert ?> open<?cs /if ?>>
						<summary><span class="btn b3"><?cs call:ic("plus") ?> Un autre lien</span></summary>
					<?cs /if ?>
					<?cs set:Form[l.nom].label = "Lien" ?>
					<?cs set:Form[l.titre].label = "Titre du lien" ?>
					<?cs if:i > #0 ?>
						<?cs set:Form[l.nom].label = "Lien " + (i + #1) ?>
						<?cs set:Form[l.titre].label = "Titre du lien " + (i + #1) ?>
					<?cs /if ?>
					<?cs set:Form[l.nom].facultatif = "1" ?>
					<?cs set:Form[l.titre].facultatif = "1" ?>
					<div class="grid">
						<?cs call:champ("url", l.nom, "") ?>
						<?cs call:champ("text", l.titre, "") ?>
					</div>
				<?cs /with ?>
			<?cs /loop ?>
			</details>
			</details>
			</details>
			</details>
			<?cs set:Form.carte.aide = "Collez l’adresse d’un événement, d’un document, d’un groupe… Seules
				les personnes qui y ont droit la verront." ?>
			<?cs loop:i = #0, #4 ?>
				<?cs with:l = Cartes[i] ?>
					<?cs if:i > #0 ?>
						<details class="stack g3"<?cs if:l.ouvert ?> open<?cs /if ?>>
						<summary><span class="btn b3"><?cs call:ic("plus") ?> Une autre page</span></summary>
					<?cs /if ?>
					<?cs set:Form[l.nom].label = "Une page d’Essaim à montrer" ?>
					<?cs if:i > #0 ?><?cs set:Form[l.nom].label = "Page " + (i + #1) ?><?cs /if ?>
					<?cs set:Form[l.nom].facultatif = "1" ?>
					<?cs call:champ("text", l.nom, "") ?>
				<?cs /with ?>
			<?cs /loop ?>
			</details>
			</details>
			</details>
			</details>
		</fieldset>
	<?cs /if ?>
	<?cs if:Epingles ?>
		<?cs set:Form.important.label = "Important" ?>
		<?cs set:Form.important.aide = "Les membres disent qu’ils l’ont lu, et vous voyez combien l’ont
			fait." ?>
		<?cs call:case("important") ?>
		<?cs set:Form.epingler.label = "Épingler en haut du fil" ?>
		<?cs call:case("epingler") ?>
	<?cs /if ?>
	<?cs if:Verront.total > #0 ?>
		<p class="s m">
			<?cs call:ic("eye") ?> <?cs call:verront(Verront) ?> <a href="/groupes/<?cs var:groupe.id ?>/qui">
				Qui voit ceci ?
			</a>
		</p>
	<?cs /if ?>
	<p class="row">
		<button class="btn">Publier</button>
		<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>">Revenir sans publier</a>
	</p>
</form>
