<?cs set:Form.invites.label = "Personnes qui viennent avec vous" ?>

<?cs # She comes, and says with how many people; or, with a seat, she does not ?>
<?cs def:je_viens(mot, classe) ?>
	<form class="row" method="post" action="/agenda/reponse/<?cs var:cle ?>">
		<input type="hidden" name="date" value="<?cs var:d.id ?>">
		<?cs if:evenement.invites_max > #0 ?>
			<div class="f">
				<label for="f-invites<?cs var:Champ.suite ?>"><?cs var:Form.invites.label ?></label>
				<input type="number" id="f-invites<?cs var:Champ.suite ?>" name="invites" min="0"
					max="<?cs var:evenement.invites_max ?>"
					value="<?cs if:Champ.suite == "" && ?Form.invites.value ?><?cs var:Form.invites.value ?>
							<?cs elif:d.invites ?><?cs var:d.invites ?>
							<?cs else ?>0
							<?cs /if ?>"
					<?cs if:Champ.suite == "" && ?Form.invites.error ?> aria-invalid="true"
						aria-describedby="e-invites"
					<?cs /if ?>>
				<?cs if:Champ.suite == "" ?><?cs call:_erreur("invites") ?><?cs /if ?>
			</div>
		<?cs /if ?>
		<button class="btn<?cs if:classe ?> <?cs var:classe ?><?cs /if ?>" name="faire" value="vient">
			<?cs var:mot ?>
		</button>
		<?cs if:d.etat == "inscrit" ?>
			<button class="btn b2" name="faire" value="retire">Je ne peux plus</button>
		<?cs /if ?>
	</form>
<?cs /def ?>

<?cs # Her seat goes to somebody else, once that person says yes ?>
<?cs def:je_cede() ?>
	<details<?cs if:name(d) == 0 ?> id="cede"<?cs /if ?>
			<?cs if:Champ.suite == "" && ?Form.email.error ?> open<?cs /if ?>>
		<summary class="btn b2">Je cède ma place à…</summary>
		<form method="post" action="/agenda/reponse/<?cs var:cle ?>" class="stack">
			<input type="hidden" name="date" value="<?cs var:d.id ?>">
			<input type="hidden" name="faire" value="cede">
			<?cs if:subcount(personnes) ?>
				<div class="f">
					<label for="f-contact-<?cs var:d.id ?>">
						Une personne de mes groupes
					</label>
					<select id="f-contact-<?cs var:d.id ?>" name="contact">
						<option value="">Par son adresse</option>
						<?cs each:p = personnes ?>
							<option value="<?cs var:p.id ?>"><?cs var:p.nom ?></option>
						<?cs /each ?>
					</select>
				</div>
			<?cs /if ?>
			<div class="f">
				<label for="f-email<?cs var:Champ.suite ?>">Son adresse de courriel</label>
				<input id="f-email<?cs var:Champ.suite ?>" name="email" type="email" maxlength="254"
					autocomplete="off"
					value="<?cs if:Champ.suite == "" ?><?cs var:Form.email.value ?><?cs /if ?>"
					aria-describedby="<?cs if:Champ.suite == "" && ?Form.email.error ?>e-email <?cs /if ?>
							a-email-<?cs var:d.id ?>"
					<?cs if:Champ.suite == "" && ?Form.email.error ?> aria-invalid="true"<?cs /if ?>>
				<?cs if:Champ.suite == "" ?><?cs call:_erreur("email") ?><?cs /if ?>
				<p class="s m" id="a-email-<?cs var:d.id ?>">
					Elle reçoit un courriel et accepte d’un appui. Jusque-là, la place est à
					vous.
				</p>
			</div>
			<div class="row"><button class="btn b2">Proposer ma place</button></div>
		</form>
	</details>
<?cs /def ?>

<?cs def:bouton_reponse(faire, mot, classe) ?>
	<form method="post" action="/agenda/reponse/<?cs var:cle ?>">
		<input type="hidden" name="date" value="<?cs var:d.id ?>">
		<input type="hidden" name="faire" value="<?cs var:faire ?>">
		<button class="btn<?cs if:classe ?> <?cs var:classe ?><?cs /if ?>"><?cs var:mot ?></button>
	</form>
<?cs /def ?>

<?cs call:erreurs() ?>
<div class="head">
	<div>
		<h1><?cs var:evenement.titre ?></h1>
	</div>
</div>
<div class="stack g6">
	<?cs if:!subcount(dates) ?><p>Il n’y a plus de date à venir ici pour vous.</p><?cs /if ?>
	<?cs each:d = dates ?>
		<?cs set:Champ.suite = "" ?>
		<?cs if:d.id != choisie ?><?cs set:Champ.suite = "-" + d.id ?><?cs /if ?>
		<section class="panel stack" aria-label="<?cs var:d.quand ?>">
			<div>
				<h2><?cs var:d.quand ?></h2>
				<?cs if:d.lieu ?><p><?cs var:d.lieu ?></p><?cs /if ?>
			</div>
			<?cs if:d.annulee ?>
				<p>
					<b>Ce rendez-vous n’aura pas lieu.</b>
					<?cs if:evenement.motif ?><?cs var:evenement.motif ?><?cs /if ?>
				</p>
			<?cs elif:d.passee || d.commencee ?>
				<p>C’est commencé ou passé : votre réponse ne change plus.</p>
			<?cs elif:d.etat == "inscrit" ?>
				<p>
					<?cs if:d.confirmer ?><b>Une place est gardée pour vous : confirmez-la.</b>
					<?cs else ?><b>Votre place est réservée.</b>
					<?cs /if ?>
					<?cs if:d.invites ?> Vous venez à <?cs var:d.invites + #1 ?>.<?cs /if ?>
				</p>
				<?cs if:d.cede ?>
					<p>Vous l’avez proposée à <?cs var:d.cede ?>. Elle est à vous jusqu’à sa réponse.</p>
					<div class="row"><?cs call:bouton_reponse("reprendre", "Je garde ma place", "") ?></div>
				<?cs else ?>
					<div<?cs if:name(d) == 0 ?> id="non"<?cs /if ?>>
						<?cs call:je_viens("Je viens", "") ?>
					</div>
					<?cs call:je_cede() ?>
				<?cs /if ?>
			<?cs elif:d.etat == "attente" && d.offre ?>
				<p><?cs var:d.phrase ?></p>
				<div class="row">
					<?cs call:bouton_reponse("prendre", "Prendre ce qu’il y a", "") ?>
					<?cs call:bouton_reponse("garder", "Garder mon rang", "b2") ?>
				</div>
			<?cs elif:d.etat == "attente" ?>
				<p>Vous êtes sur la liste d’attente. Nous vous écrirons dès qu’une place se libère.</p>
				<div class="row"><?cs call:bouton_reponse("retire", "Je n’attends plus", "b2") ?></div>
			<?cs elif:d.etat == "demande" ?>
				<p>Votre demande attend la réponse d’une personne qui organise.</p>
				<div class="row"><?cs call:bouton_reponse("retire", "Je retire ma demande", "b2") ?></div>
			<?cs elif:d.etat == "refuse" ?>
				<p>
					<?cs if:d.phrase ?><?cs var:d.phrase ?>
					<?cs else ?>Votre demande n’a pas été acceptée.
					<?cs /if ?>
				</p>
			<?cs else ?>
				<p>Vous ne venez pas : votre place est rendue. Merci d’avoir prévenu.</p>
				<?cs call:je_viens("Je peux venir, finalement", "b2") ?>
			<?cs /if ?>
		</section>
	<?cs /each ?>
</div>
