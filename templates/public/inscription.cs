<?cs def:bouton(faire, classe, texte) ?>
	<form class="grid" method="post" action="/public/inscriptions/<?cs var:Cle ?>">
		<button class="btn <?cs var:classe ?>" name="faire" value="<?cs var:faire ?>">
			<?cs var:texte ?>
		</button>
	</form>
<?cs /def ?>

<?cs def:etat(p) ?>
	<?cs if:p.etat == "annulee" ?><span class="tag bad">Annulé</span>
	<?cs elif:?p.arrivee ?>
		<span class="tag ok"><?cs call:ic("check") ?> Là depuis <?cs var:p.arrivee ?></span>
	<?cs elif:p.etat == "inscrit" && ?p.avant ?><span class="tag warn">À confirmer</span>
	<?cs elif:p.etat == "inscrit" ?><span class="tag ok"><?cs call:ic("check") ?> Place réservée</span>
	<?cs elif:p.etat == "attente" ?><span class="tag">Liste d’attente, n° <?cs var:p.rang ?></span>
	<?cs elif:p.etat == "demande" ?><span class="tag">Demande envoyée</span>
	<?cs elif:p.etat == "refuse" ?><span class="tag">Demande refusée</span>
	<?cs else ?><span class="tag">Place libérée</span>
	<?cs /if ?>
<?cs /def ?>

<div class="door stack g5">
	<?cs call:erreurs() ?>
	<div class="stack g2">
		<h1>
			<?cs if:?Etat.confirmer || (?Etat.attend && !inscription.confirmee) ?>
				<?cs var:inscription.prenom ?>, vous venez ?
			<?cs elif:?Etat.inscrit ?>C’est noté, <?cs var:inscription.prenom ?>
			<?cs elif:?Etat.attend ?>Vous attendez une place
			<?cs else ?>Vous n’avez pas de place
			<?cs /if ?>
		</h1>
		<p class="m"><?cs var:inscription.titre ?></p>
	</div>
	<ul class="rows">
		<?cs each:p = places ?>
			<li class="row nw g3">
				<span class="date" aria-hidden="true">
					<small><?cs var:p.mois_court ?></small><?cs var:p.numero ?>
				</span>
				<div class="grow stack g1">
					<p>
						<b><?cs var:p.quand ?></b><?cs if:p.lieu ?><br><?cs var:p.lieu ?><?cs /if ?>
						<?cs if:p.invites > #0 ?><br>avec <?cs var:nb(p.invites) ?> personne
							<?cs call:s(p.invites) ?><?cs /if ?>
					</p>
					<p><?cs call:etat(p) ?></p>
					<?cs if:p.etat == "inscrit" && ?p.avant ?>
						<p class="s m">La place est gardée jusqu’au <?cs var:p.avant ?>.</p>
					<?cs /if ?>
				</div>
			</li>
		<?cs /each ?>
	</ul>
	<?cs if:inscription.lien ?>
		<p>
			En ligne : <a href="<?cs var:url_validate(inscription.lien) ?>"><?cs var:inscription.lien ?></a>
		</p>
	<?cs /if ?>
	<?cs if:?Etat.confirmer || (?Etat.attend && !inscription.confirmee) ?>
		<?cs call:bouton("venir", "", "Oui, je viens") ?>
	<?cs /if ?>
	<?cs if:?Arrivee.ouverte ?>
		<form class="panel stack g3" method="post" action="/public/inscriptions/<?cs var:Cle ?>">
			<?cs set:Form.code.label = "Code affiché à l’entrée" ?>
			<?cs call:champ("text", "code", "off") ?>
			<button class="btn b2" name="faire" value="arriver">Je suis là</button>
		</form>
	<?cs /if ?>
	<?cs if:?Etat.confirmer || ?Etat.inscrit || ?Etat.attend ?>
		<?cs if:?Etat.attend && !?Etat.inscrit && !?Etat.confirmer ?>
			<?cs call:bouton("liberer", "b2", "Je ne viens pas") ?>
		<?cs else ?>
			<?cs call:bouton("liberer", "b2", "Libérer la place") ?>
		<?cs /if ?>
	<?cs elif:inscription.ouvert ?>
		<p class="row">
			<a class="btn" href="/public/evenements/<?cs var:inscription.evenement_id ?>">
				Revoir l’événement
			</a>
		</p>
	<?cs /if ?>
	<?cs if:?Etat.inscrit && inscription.ouvert ?>
		<p class="row">
			<a class="btn b3" href="/public/evenements/<?cs var:inscription.evenement_id ?>.ics">
				<?cs call:ic("cal") ?> Ajouter à mon agenda
			</a>
		</p>
	<?cs /if ?>
	<?cs if:inscription.compte ?>
		<p class="s">
			Cette inscription est maintenant celle de votre compte : <a
				href="/agenda/<?cs var:inscription.evenement_id ?>">la retrouver dans l’agenda</a>.
		</p>
	<?cs /if ?>
	<?cs if:inscription.accord != "" ?>
		<section class="panel stack g3" aria-labelledby="accord">
			<h2 id="accord">Votre accord</h2>
			<p>« <?cs var:inscription.accord ?> »</p>
			<?cs call:bouton("taire", "b3", "Retirer mon accord") ?>
		</section>
	<?cs /if ?>
	<p class="s m">
		Ce qui vous concerne est effacé trois mois après. <a href="/public/donnees">Vos données</a>
	</p>
</div>
