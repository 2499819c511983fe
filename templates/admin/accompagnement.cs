<?cs set:Form.relais_jours.label = "Prendre contact dans les… jours" ?>
<?cs set:Form.relais_jours.aide = "Passé ce délai, la personne est dans la liste « En retard » du Siège." ?>
<?cs set:Form.relais_modele.label = "Message de bienvenue proposé" ?>
<?cs set:Form.relais_modele.aide = "{prenom}, {groupe} et {signature} sont remplacés." ?>
<?cs set:Form.silence_jours.label = "Sans nouvelles après… jours" ?>
<?cs set:Form.silence_modele.label = "Message proposé pour prendre des nouvelles" ?>
<div class="head">
	<div>
		<h1>Accueil et accompagnement</h1>
		<p>
			Comment une nouvelle personne est accueillie, quand on prend de ses nouvelles, qui lit les notes.
		</p>
	</div>
	<a class="btn b2" href="/contacts/accueil"><?cs call:ic("heart") ?> Personnes à accueillir</a>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="stack g5 read" method="post" action="/admin/accompagnement" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<section class="stack" aria-labelledby="acc">
		<h2 class="ttl" id="acc">Accueil</h2>
		<?cs call:champ("number", "relais_jours", "") ?>
		<?cs call:texte_long("relais_modele", "8") ?>
	</section>
	<section class="stack" aria-labelledby="sil">
		<h2 class="ttl" id="sil">Nouvelles</h2>
		<?cs call:champ("number", "silence_jours", "") ?>
		<?cs call:texte_long("silence_modele", "8") ?>
	</section>
	<section class="stack" aria-labelledby="not">
		<h2 class="ttl" id="not">Notes d’accompagnement</h2>
		<?cs if:Droits.complet || ?Form.notes_acces.error ?>
			<fieldset id="f-notes_acces" tabindex="-1">
				<legend>Quand une personne demande ses données</legend>
				<div class="stack g1">
					<label class="ck">
						<input type="radio" name="notes_acces" value="demande"
							<?cs if:Form.notes_acces.value != "immediat" ?> checked
								<?cs /if ?>> L’administration relit les notes, puis les remet
					</label>
					<label class="ck">
						<input type="radio" name="notes_acces" value="immediat"
							<?cs if:Form.notes_acces.value == "immediat" ?> checked<?cs /if ?>> Elles sont
						aussitôt dans « Mes données »
					</label>
				</div>
			</fieldset>
		<?cs else ?>
			<p>
				Quand une personne demande ses données, <?cs if:Form.notes_acces.value != "immediat" ?>
					l’administration relit les notes, puis les remet
				<?cs else ?>
					elles sont aussitôt dans « Mes données »
				<?cs /if ?>.
			</p>
		<?cs /if ?>
	</section>
	<div class="row"><button class="btn">Enregistrer</button></div>
</form>
