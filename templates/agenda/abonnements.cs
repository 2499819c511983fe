<?cs def:pour(b) ?>
	<span class="vh"> : <?cs if:b.titre ?><?cs var:b.titre ?><?cs else ?>mes rendez-vous<?cs /if ?></span>
<?cs /def ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
	</ol>
</nav>
<?cs call:erreurs() ?>
<div class="head">
	<div>
		<h1>Mon calendrier</h1>
		<p class="m">Vos rendez-vous dans Google Agenda, sur iPhone, dans Thunderbird, et toujours à jour.</p>
	</div>
</div>
<div class="cols">
	<div class="stack g6">
		<?cs if:?adresse ?>
			<div class="alert ok" role="status">
				<?cs call:ic("check") ?>
				<div class="stack">
					<p><b>Voici l’adresse. Copiez-la maintenant : elle ne sera plus montrée.</b></p>
					<p><code><?cs var:adresse ?></code></p>
					<p>
						Gardez-la pour vous : qui la connaît lit ce calendrier.
						Elle ne vaut plus rien dès que vous la retirez, ou que vous quittez le groupe.
					</p>
				</div>
			</div>
		<?cs /if ?>
		<section class="stack" aria-labelledby="nouvelle">
			<h2 id="nouvelle">Une adresse à donner à mon calendrier</h2>
			<form method="post" action="/agenda/abonnements" class="stack">
				<?cs call:csrf() ?>
				<div class="f">
					<label for="f-quoi">Ce qu’elle montre</label>
					<select id="f-quoi" name="quoi">
						<option value="moi">Mes rendez-vous</option>
						<?cs each:g = groupes ?>
							<option value="<?cs var:g.valeur ?>"><?cs var:g.libelle ?></option>
						<?cs /each ?>
					</select>
				</div>
				<div class="row"><button class="btn">Créer l’adresse</button></div>
			</form>
		</section>
		<?cs if:subcount(abonnements) ?>
			<section class="stack" aria-labelledby="miennes">
				<h2 id="miennes">Mes adresses</h2>
				<ul class="rows">
					<?cs each:b = abonnements ?>
						<li class="row">
							<span>
								<b>
									<?cs if:b.titre ?><?cs var:b.titre ?>
									<?cs elif:b.groupe_id ?>Un groupe que vous avez quitté
									<?cs else ?>Mes rendez-vous
									<?cs /if ?>
								</b>
								<br>
								<span class="s m">Créée le <?cs var:b.jour ?></span>
							</span>
							<form class="push" method="post"
									action="/agenda/abonnements/<?cs var:b.id ?>/renouveler">
								<?cs call:csrf() ?>
								<button class="btn b2">
									Changer l’adresse<?cs call:pour(b) ?>
								</button>
							</form>
							<form method="post" action="/agenda/abonnements/<?cs var:b.id ?>/retirer">
								<?cs call:csrf() ?>
								<button class="btn b2">
									Retirer<?cs call:pour(b) ?>
								</button>
							</form>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
	</div>
	<aside class="panel stack g2" aria-labelledby="comment">
		<h2 id="comment">Où la mettre</h2>
		<h3>Google Agenda</h3>
		<p>
			Sur un ordinateur : « Autres agendas », le signe +, « À partir de l’URL ». Collez
			l’adresse. Google la relit plusieurs fois par jour, sans qu’on puisse choisir quand.
		</p>
		<h3>iPhone, iPad, Mac</h3>
		<p>
			Sur iPhone : Réglages, Apps, Calendrier, Comptes, Ajouter un compte, Autre, « S’abonner à un
			calendrier ». Sur Mac, dans Calendrier : Fichier, « Nouvel abonnement ».
		</p>
		<h3>Thunderbird</h3>
		<p>
			Dans Agenda : « Nouvel agenda », « Sur le réseau ». Laissez le nom d’utilisateur vide,
			collez l’adresse, format iCalendar.
		</p>
	</aside>
</div>
