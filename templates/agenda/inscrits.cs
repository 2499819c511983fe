<?cs include:"agenda/macros.cs" ?>
<?cs set:Form.contact.label = "Quelle personne ?" ?>
<?cs set:Form.texte.label = "Votre message" ?>
<?cs set:Form.texte.aide = "Il arrive sur l’espace et par courriel, avec la date, l’heure et le lieu." ?>
<?cs set:Form.attente.label = "L’envoyer aussi à la liste d’attente" ?>

<?cs def:la_date() ?><input type="hidden" name="date" value="<?cs var:seance.jour ?>"><?cs /def ?>

<?cs def:prises(n) ?><?cs var:n.texte ?> place<?cs call:s(n) ?> prise<?cs call:s(n) ?><?cs /def ?>

<?cs def:combien() ?>
	<?cs if:evenement.places != "" ?><?cs var:seance.pris.texte ?> sur <?cs call:prises(evenement.places) ?>
	<?cs else ?><?cs call:prises(seance.pris) ?>
	<?cs /if ?>
<?cs /def ?>

<?cs def:nom(p) ?>
	<?cs if:p.contact_id != "" ?>
		<a class="q" href="/contacts/<?cs var:p.contact_id ?>"><?cs var:p.prenom ?> <?cs var:p.nom ?></a>
	<?cs else ?>
		<?cs var:p.prenom ?> <?cs var:p.nom ?> <small class="m">sans compte</small>
	<?cs /if ?>
<?cs /def ?>

<?cs def:actes(p) ?>
	<form class="stack g2" method="post"
			action="/agenda/<?cs var:evenement.id ?>/inscrits/<?cs var:p.inscription_id ?>">
		<?cs call:csrf() ?>
		<?cs call:la_date() ?>
		<div class="f">
			<label for="mot-<?cs var:p.inscription_id ?>">
				Un mot <span class="vh"> à <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
				<span class="hint">(facultatif)</span>
			</label>
			<input type="text" id="mot-<?cs var:p.inscription_id ?>" name="mot" maxlength="300">
		</div>
		<div class="row">
			<?cs if:p.etat == "demande" ?>
				<button class="btn" name="acte" value="accepter">
					Accepter<span class="vh"> <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
				</button>
				<button class="btn b2" name="acte" value="refuser">
					Refuser<span class="vh"> <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
				</button>
			<?cs else ?>
				<button class="btn b2" name="acte" value="retirer">
					Retirer<span class="vh"> <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
				</button>
			<?cs /if ?>
		</div>
	</form>
<?cs /def ?>

<?cs def:personnes(etat) ?>
	<ul class="rows">
		<?cs each:p = items ?>
			<?cs if:p.etat == etat ?>
				<li class="row nw g3">
					<?cs call:av(p) ?>
					<div class="grow">
						<p>
							<?cs if:p.rang != "" ?><b>n° <?cs var:p.rang ?></b> <?cs /if ?>
							<?cs call:nom(p) ?>
							<?cs if:p.invites > #0 ?> <small class="m">
								+ <?cs var:p.invites ?>
							</small><?cs /if ?>
							<?cs if:p.present ?> <span class="tag ok">
								<?cs call:ic("check") ?> Présence notée
							</span><?cs /if ?>
							<?cs if:p.accord ?> <span class="tag">On peut lui écrire</span><?cs /if ?>
							<?cs if:p.a_la_main ?> <span class="tag">Place réservée</span><?cs /if ?>
						</p>
						<?cs if:p.mot ?><p class="s">« <?cs var:p.mot ?> »</p><?cs /if ?>
						<?cs if:p.reponses ?><p class="s"><?cs var:p.reponses ?></p><?cs /if ?>
						<?cs if:?p.confirmer ?>
							<p class="s m">Doit confirmer avant le <?cs var:p.confirmer ?>.</p>
						<?cs elif:etat == "attente" && p.phrase ?>
							<p class="s m">Ce qu’on lui a dit : <?cs var:p.phrase ?></p>
						<?cs /if ?>
						<?cs if:etat == "demande" ?><?cs call:actes(p) ?><?cs /if ?>
					</div>
					<?cs if:etat == "inscrit" || etat == "attente" ?>
						<details class="drop">
							<summary class="ib">
								<?cs call:ic("x") ?>
								<span class="vh">Retirer <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
							</summary>
							<?cs call:actes(p) ?>
						</details>
					<?cs /if ?>
				</li>
			<?cs /if ?>
		<?cs /each ?>
	</ul>
<?cs /def ?>

<?cs each:p = items ?>
	<?cs if:p.etat == "demande" ?><?cs set:Demandes = #1 ?><?cs /if ?>
	<?cs if:p.etat == "refuse" ?><?cs set:Refuses = #1 ?><?cs /if ?>
<?cs /each ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Inscriptions</h1>
		<p>
			<?cs var:seance.quand ?> : <?cs call:combien() ?>
			<?cs if:seance.attente > #0 ?>, <?cs var:seance.attente.texte ?> en attente<?cs /if ?>
		</p>
	</div>
	<div class="row">
		<a class="btn b2"
				href="/agenda/<?cs var:evenement.id ?>/pointage/feuille?date=<?cs var:seance.jour ?>">
			<?cs call:ic("file") ?> Feuille à imprimer
		</a>
		<?cs call:exporter("/agenda/" + evenement.id + "/inscrits", "date=" + seance.jour) ?>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="cols">
	<div class="stack g6">
		<?cs if:Demandes ?>
			<section aria-labelledby="dem">
				<h2 class="ttl" id="dem">Demandes</h2>
				<?cs call:personnes("demande") ?>
			</section>
		<?cs /if ?>
		<section aria-labelledby="ins">
			<h2 class="ttl" id="ins">Elles et ils viennent</h2>
			<?cs if:seance.pris > #0 ?><?cs call:personnes("inscrit") ?>
			<?cs else ?><p class="m">Personne pour l’instant.</p>
			<?cs /if ?>
		</section>
		<?cs if:seance.attente > #0 ?>
			<section aria-labelledby="att">
				<h2 class="ttl" id="att">Liste d’attente</h2>
				<?cs call:personnes("attente") ?>
			</section>
		<?cs /if ?>
		<?cs if:Refuses ?>
			<section aria-labelledby="ref">
				<h2 class="ttl" id="ref">Demandes refusées</h2>
				<?cs call:personnes("refuse") ?>
			</section>
		<?cs /if ?>
	</div>
	<aside class="stack g5">
		<section class="panel stack g3" aria-labelledby="aj">
			<h2 id="aj">Inscrire quelqu’un</h2>
			<?cs call:cherche_personne("inscrits") ?>
			<?cs if:subcount(Trouves) ?>
				<form class="stack g3" method="post" action="/agenda/<?cs var:evenement.id ?>/inscrits">
					<?cs call:csrf() ?>
					<?cs call:la_date() ?>
					<?cs call:trouvees("radio", "Qui ?") ?>
					<button class="btn">Inscrire</button>
				</form>
			<?cs elif:Filtre.q != "" ?>
				<?cs call:inconnue() ?>
			<?cs elif:evenement.reserve > #0 ?>
				<p class="s m">
					<?cs if:evenement.reserve > #1 ?><?cs var:evenement.reserve ?> places sont gardées
					<?cs else ?>Une place est gardée
					<?cs /if ?> pour les personnes que vous inscrivez ici.
				</p>
			<?cs /if ?>
		</section>
		<?cs if:subcount(items) ?>
			<form class="panel stack g3" method="post" aria-labelledby="msg"
					action="/agenda/<?cs var:evenement.id ?>/inscrits/message">
				<?cs call:csrf() ?>
				<?cs call:la_date() ?>
				<h2 id="msg">Écrire aux inscrit-e-s</h2>
				<?cs call:texte_long("texte", "4") ?>
				<?cs call:case("attente") ?>
				<button class="btn b2">Envoyer</button>
			</form>
		<?cs /if ?>
		<?cs if:subcount(dates) ?>
			<nav class="panel stack g2" aria-labelledby="dts">
				<h2 id="dts">Les dates à venir</h2>
				<ul class="stack g1">
					<?cs each:d = dates ?>
						<li>
							<a href="/agenda/<?cs var:evenement.id ?>/inscrits?date=<?cs var:d.jour ?>"
									<?cs if:d.ici ?> aria-current="page"<?cs /if ?>>
								<?cs var:d.quand ?>
							</a> <small class="m"><?cs var:d.pris.texte ?></small>
						</li>
					<?cs /each ?>
				</ul>
			</nav>
		<?cs /if ?>
	</aside>
</div>
