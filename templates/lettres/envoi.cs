<?cs # How far a letter has got, and what who sends can do; part of the page of a letter. ?>
<?cs def:duree() ?>
	<?cs if:Envoi.jours > 0 ?> <?cs var:Envoi.jours ?> j<?cs /if ?>
	<?cs if:Envoi.heures > 0 ?> <?cs var:Envoi.heures ?> h<?cs /if ?>
	<?cs if:Envoi.minutes > 0 ?> <?cs var:Envoi.minutes ?> min<?cs /if ?>
<?cs /def ?>
<?cs def:envoi_bouton(acte, classe, texte) ?>
	<form method="post" action="/lettres/<?cs var:lettre.id ?>/<?cs var:acte ?>">
		<?cs call:csrf() ?>
		<button class="<?cs var:classe ?>"><?cs var:texte ?></button>
	</form>
<?cs /def ?>
<section id="envoi" class="card stack" data-live="o-<?cs var:lettre.id ?>" aria-labelledby="envoi-titre">
	<h2 id="envoi-titre">Envoi</h2>
	<?cs if:lettre.retenue ?>
		<?cs call:alerte("warn", lettre.retenue) ?>
	<?cs /if ?>
	<?cs if:lettre.etat == "brouillon" ?>
		<?cs if:Droits.envoie ?>
			<?cs call:erreurs() ?>
			<?cs if:Gens.nombre > #0 ?>
				<p>
					Pour <b><?cs var:Gens.dit ?></b> personne<?cs call:s(Gens.nombre) ?>, une copie par
					adresse.
				</p>
			<?cs /if ?>
			<?cs set:Form.le.label = "Quand" ?>
			<?cs set:Form.le.aide = "Rien : tout de suite." ?>
			<?cs set:Form.le.facultatif = "1" ?>
			<form class="stack" method="post" action="/lettres/<?cs var:lettre.id ?>/envoyer">
				<?cs call:csrf() ?>
				<?cs call:champ("datetime-local", "le", "") ?>
				<p class="row">
					<button class="btn"><?cs call:ic("send") ?> Envoyer</button>
				</p>
			</form>
		<?cs else ?>
			<p class="m">Elle part quand quelqu’un qui envoie les lettres le décide.</p>
		<?cs /if ?>
	<?cs elif:lettre.etat == "programmee" ?>
		<p>
			<?cs if:Envoi.jours + Envoi.heures + Envoi.minutes > 0 ?>
				Elle part <?cs var:Envoi.quand ?> (<?cs var:Envoi.ville ?>), dans<?cs call:duree() ?>.
			<?cs else ?>
				Elle part dans un instant.
			<?cs /if ?>
		</p>
	<?cs else ?>
		<p>
			<span class="tag<?cs if:lettre.etat == "envoyee" ?> ok<?cs /if ?>">
				<?cs if:lettre.etat == "en_cours" ?>En train de partir
				<?cs elif:lettre.etat == "pause" ?>En pause
				<?cs elif:lettre.etat == "arretee" ?>Arrêtée
				<?cs else ?>Envoyée
				<?cs /if ?>
			</span> <?cs if:!lettre.prete_le && lettre.etat == "en_cours" ?>
				La liste des destinataires se prépare : <?cs var:Envoi.total ?> déjà.
			<?cs else ?>
				<b><?cs var:Envoi.envoyes ?></b> sur <?cs var:Envoi.total ?><?cs
				if:lettre.refuses > #0 ?>, <?cs var:lettre.refuses ?> refusé<?cs
					call:s(lettre.refuses) ?><?cs
				/if ?><?cs
				if:Envoi.annules > #0 ?>, <?cs var:Envoi.annules ?> annulé<?cs
					call:s(Envoi.annules) ?><?cs
				/if ?>.
			<?cs /if ?>
		</p>
		<?cs if:lettre.total > 0 ?>
			<meter
				aria-labelledby="envoi-titre"
				max="<?cs var:lettre.total ?>"
				value="<?cs var:Envoi.faits ?>"
			></meter>
		<?cs /if ?>
		<?cs if:lettre.etat == "en_cours" && lettre.debit > 0 && Envoi.faits < lettre.total ?>
			<p class="m">
				<?cs var:nb(lettre.debit) ?> courriels par minute, encore<?cs call:duree() ?> environ.
			</p>
		<?cs /if ?>
	<?cs /if ?>
	<?cs if:Droits.envoie && lettre.etat == "programmee" ?>
		<?cs call:envoi_bouton("deprogrammer", "btn b2", "Déprogrammer") ?>
	<?cs elif:Droits.envoie && lettre.etat == "en_cours" ?>
		<?cs call:envoi_bouton("pause", "btn b2", "Mettre en pause") ?>
		<?cs call:envoi_bouton("arreter", "btn b3", "Arrêter pour de bon") ?>
	<?cs elif:Droits.envoie && lettre.etat == "pause" ?>
		<?cs if:!lettre.prete_le ?>
			<p>
				Elle n’est partie à personne. Remise en brouillon, ses destinataires et son texte se
				corrigent, et elle s’envoie de nouveau.
			</p>
			<?cs call:envoi_bouton("deprogrammer", "btn", "Remettre en brouillon") ?>
		<?cs /if ?>
		<?cs if:Envoi.change ?>
			<p>
				Le texte a changé depuis la version <?cs var:lettre.edition ?>.
				Qui n’a pas encore reçu la lettre recevra celle que vous choisissez, et les archives aussi.
				Personne ne la reçoit deux fois.
			</p>
			<?cs call:envoi_bouton("corriger", "btn", "Envoyer la version corrigée au reste") ?>
			<?cs call:envoi_bouton("reprendre", "btn b2", "Reprendre sans la correction") ?>
		<?cs else ?>
			<?cs call:envoi_bouton("reprendre", "btn", "Reprendre") ?>
		<?cs /if ?>
		<?cs if:Droits.ecrit ?>
			<a class="btn b2" href="/lettres/<?cs var:lettre.id ?>/contenu">Corriger le texte</a>
		<?cs /if ?>
		<?cs call:envoi_bouton("arreter", "btn b3", "Arrêter pour de bon") ?>
	<?cs /if ?>
	<?cs if:subcount(Refus) ?>
		<h3>Refusés</h3>
		<ul>
			<?cs each:v = Refus ?>
				<li>
					<a href="/contacts/<?cs var:v.id ?>">
						<?cs var:v.prenom ?> <?cs var:v.nom ?>
					</a> <small class="m"><?cs var:v.erreur ?></small>
				</li>
			<?cs /each ?>
		</ul>
	<?cs /if ?>
	<?cs if:subcount(Editions) ?>
		<h3>Versions</h3>
		<ul>
			<?cs each:e = Editions ?>
				<li>
					<a href="/lettres/<?cs var:lettre.id ?>/editions/<?cs var:e.numero ?>">
						Version <?cs var:e.numero ?>
					</a> <?cs var:e.sujet ?>, <?cs var:e.quand ?>
				</li>
			<?cs /each ?>
		</ul>
	<?cs /if ?>
</section>
