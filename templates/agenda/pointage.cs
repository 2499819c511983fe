<?cs def:garder() ?>
	<?cs call:csrf() ?>
	<input type="hidden" name="date" value="<?cs var:date.jour ?>">
	<input type="hidden" name="v" value="<?cs var:Filtre.v ?>">
	<input type="hidden" name="n" value="<?cs var:Filtre.n ?>">
<?cs /def ?>

<?cs def:personne(p, detail) ?>
	<?cs call:av(p) ?>
	<p class="by grow">
		<b><?cs var:p.prenom ?> <?cs var:p.nom ?></b>
		<?cs if:detail ?> <small><?cs var:detail ?></small><?cs /if ?>
	</p>
<?cs /def ?>

<?cs def:attendue(p) ?>
	<li class="row nw g3">
		<?cs set:Detail = "" ?>
		<?cs if:p.etat == "attente" ?><?cs set:Detail = "sur la liste d’attente" ?>
		<?cs elif:p.etat == "demande" ?><?cs set:Detail = "demande sans réponse" ?>
		<?cs elif:p.a_confirmer ?><?cs set:Detail = "n’a pas encore confirmé" ?>
		<?cs elif:p.invites == #1 ?><?cs set:Detail = "avec une personne" ?>
		<?cs elif:p.invites > #1 ?><?cs set:Detail = "avec " + p.invites + " personnes" ?>
		<?cs /if ?>
		<?cs call:personne(p, Detail) ?>
		<button class="btn b2" name="la" value="<?cs var:p.id ?>">
			Est là<span class="vh"> : <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
		</button>
	</li>
<?cs /def ?>

<?cs def:presente(p) ?>
	<li class="row nw g3">
		<?cs set:Detail = "par le code" ?>
		<?cs if:p.par ?><?cs set:Detail = "par " + p.par ?><?cs /if ?>
		<?cs if:p.sans_inscription ?><?cs set:Detail = Detail + ", sans inscription" ?><?cs /if ?>
		<?cs call:personne(p, Detail) ?>
		<span class="tag ok"><?cs call:ic("check") ?> <?cs var:p.heure ?></span>
		<button class="ib" name="retirer" value="<?cs var:p.id ?>">
			<?cs call:ic("x") ?>
			<span class="vh">Retirer le pointage <?cs var:de(p.prenom) ?> <?cs var:p.nom ?></span>
		</button>
	</li>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<?cs call:erreurs() ?>
<div class="head">
	<div>
		<h1>Pointage</h1>
		<p><?cs var:date.quand ?>. Un appui par personne.</p>
	</div>
	<div class="row">
		<a class="btn b2" href="/agenda/<?cs var:evenement.id ?>/pointage/feuille?date=<?cs var:date.jour ?>">
			<?cs call:ic("get") ?> Feuille papier
		</a>
		<a class="btn" href="/agenda/<?cs var:evenement.id ?>/pointage/ecran?date=<?cs var:date.jour ?>">
			<?cs call:ic("eye") ?> Montrer le code
		</a>
	</div>
</div>
<?cs if:date.etat == "annule" || evenement.etat == "annule" ?>
	<?cs call:alerte("warn", "Cette date est annulée.") ?>
<?cs /if ?>
<?cs if:subcount(Dates) > #1 ?>
	<form class="row" method="get" action="/agenda/<?cs var:evenement.id ?>/pointage">
		<div class="f">
			<label for="q-date">Date</label>
			<select id="q-date" name="date">
				<?cs each:d = Dates ?>
					<option value="<?cs var:d.jour ?>"<?cs if:?d.choisi ?> selected<?cs /if ?>>
						<?cs var:d.quand ?>
					</option>
				<?cs /each ?>
			</select>
		</div>
		<button class="btn b2">Voir cette date</button>
	</form>
<?cs /if ?>
<ul class="grid tight stats">
	<li class="panel">
		<p>
			<b><?cs var:Compte.la ?></b> <?cs if:Compte.la > #1 ?>sont là<?cs else ?>est là<?cs /if ?>
		</p>
		<?cs if:Compte.sans > #0 ?><p class="s m">dont <?cs var:Compte.sans ?> sans inscription</p><?cs /if ?>
	</li>
	<li class="panel">
		<p><b><?cs var:Compte.attendus ?></b> attendu-e<?cs if:Compte.attendus > #1 ?>-s<?cs /if ?></p>
	</li>
</ul>
<div class="cols">
	<div class="stack">
		<form class="row nw" method="get" action="/agenda/<?cs var:evenement.id ?>/pointage" role="search"
				aria-label="Chercher une personne inscrite">
			<input type="hidden" name="date" value="<?cs var:date.jour ?>">
			<div class="find grow">
				<label class="vh" for="pq">Nom ou téléphone</label>
				<?cs call:ic("search") ?>
				<input type="search" id="pq" name="n" maxlength="80" placeholder="Nom ou téléphone"
					value="<?cs var:Filtre.n ?>">
			</div>
			<button class="btn b2">Chercher</button>
		</form>
		<nav class="seg" aria-label="Afficher">
			<a href="/agenda/<?cs var:evenement.id ?>/pointage?date=<?cs var:date.jour ?>"
					<?cs if:Filtre.v == "" ?> aria-current="true"<?cs /if ?>>
				Tout le monde <span class="m"><?cs var:Compte.tous ?></span>
			</a>
			<a href="/agenda/<?cs var:evenement.id ?>/pointage?date=<?cs var:date.jour ?>&amp;v=attendus"
					<?cs if:Filtre.v == "attendus" ?> aria-current="true"<?cs /if ?>>
				Attendu-e-s <span class="m"><?cs var:Compte.attendus ?></span>
			</a>
			<a href="/agenda/<?cs var:evenement.id ?>/pointage?date=<?cs var:date.jour ?>&amp;v=la"
					<?cs if:Filtre.v == "la" ?> aria-current="true"<?cs /if ?>>
				Sont là <span class="m"><?cs var:Compte.la ?></span>
			</a>
		</nav>
		<form method="post" action="/agenda/<?cs var:evenement.id ?>/pointage">
			<?cs call:garder() ?>
			<?cs if:subcount(attendus) ?>
				<h2 class="ttl">On les attend</h2>
				<ul class="rows"><?cs each:p = attendus ?><?cs call:attendue(p) ?><?cs /each ?></ul>
			<?cs elif:Filtre.v == "attendus" ?>
				<p class="m">Plus personne n’est attendu.</p>
			<?cs /if ?>
			<?cs if:subcount(presents) ?>
				<h2 class="ttl mt">Sont là</h2>
				<ul class="rows"><?cs each:p = presents ?><?cs call:presente(p) ?><?cs /each ?></ul>
			<?cs elif:Filtre.v == "la" ?>
				<p class="m">Personne n’est noté pour le moment.</p>
			<?cs /if ?>
			<?cs if:!subcount(attendus) && !subcount(presents) && Filtre.v == "" ?>
				<p class="m">
					<?cs if:Filtre.n ?>Personne de ce nom sur la liste.
					<?cs else ?>Personne n’est inscrit pour cette date.
					<?cs /if ?>
				</p>
			<?cs /if ?>
		</form>
		<?cs if:?Compte.autres ?>
			<p class="row">
				<a class="btn b3"
						href="/agenda/<?cs var:evenement.id ?>/pointage?date=<?cs var:date.jour ?>&amp;v=la">
					<?cs if:Compte.autres > #1 ?>Voir les <?cs var:Compte.autres ?> autres
					<?cs else ?>Voir l’autre
					<?cs /if ?>
				</a>
			</p>
		<?cs /if ?>
		<form class="panel stack g3" method="post" action="/agenda/<?cs var:evenement.id ?>/pointage"
				aria-labelledby="aj">
			<h2 id="aj">Quelqu’un est venu sans s’inscrire</h2>
			<?cs call:garder() ?>
			<?cs if:subcount(candidats) ?>
				<input type="hidden" name="nom" value="<?cs var:Form.nom.value ?>">
				<p>Est-ce cette personne de l’annuaire ?</p>
				<ul class="rows">
					<?cs each:p = candidats ?>
						<li class="row nw g3">
							<?cs call:personne(p, "") ?>
							<a class="btn b3" href="/contacts/<?cs var:p.id ?>">
								Voir sa fiche<span class="vh"> : <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
							</a>
							<button class="btn b2" name="contact" value="<?cs var:p.id ?>">
								C’est elle<span class="vh"> : <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
							</button>
						</li>
					<?cs /each ?>
				</ul>
				<div class="row">
					<button class="btn b2" name="seul" value="1">
						Non, noter seulement « <?cs var:Form.nom.value ?> »
					</button>
				</div>
			<?cs else ?>
				<div class="row nw">
					<label class="vh" for="f-nom">Prénom et nom</label>
					<input type="text" class="grow" id="f-nom" name="nom" maxlength="200" autocomplete="off"
						placeholder="Prénom et nom" value="<?cs var:Form.nom.value ?>" required
						<?cs if:?Form.nom.error ?> aria-invalid="true" aria-describedby="e-nom"<?cs /if ?>>
					<button class="btn b2">Ajouter</button>
				</div>
				<?cs if:?Form.nom.error ?>
					<p class="err" id="e-nom"><?cs call:ic("warn") ?> <?cs var:Form.nom.error ?></p>
				<?cs /if ?>
			<?cs /if ?>
		</form>
	</div>
	<aside class="stack g5">
		<section class="panel stack g3" aria-labelledby="cod">
			<h2 id="cod">Chacun-e se pointe</h2>
			<?cs if:?Code.dit ?>
				<p class="s">
					N’importe quel appareil photo lit ce code. Il ouvre une page, sans application.
				</p>
				<?cs call:qr("Code à scanner : " + Code.court + ", code " + Code.dit) ?>
				<p class="s m">
					Ou à la main : <b><?cs var:Code.court ?></b>, code <b><?cs var:Code.dit ?></b>. Il vaut
					de <?cs var:Code.ouvre ?> à <?cs var:Code.ferme ?>.
				</p>
				<form class="row" method="post" action="/agenda/<?cs var:evenement.id ?>/pointage/code">
					<?cs call:garder() ?>
					<button class="btn b3" name="faire" value="changer">Changer de code</button>
					<button class="btn b3" name="faire" value="fermer">Fermer le code</button>
				</form>
			<?cs else ?>
				<p class="s">
					Un code à montrer à l’entrée : n’importe quel appareil photo le lit, et la page qu’il
					ouvre note l’arrivée, sans application.
				</p>
				<form class="row" method="post" action="/agenda/<?cs var:evenement.id ?>/pointage/code">
					<?cs call:garder() ?>
					<button class="btn b2" name="faire" value="ouvrir">Faire un code</button>
				</form>
			<?cs /if ?>
		</section>
	</aside>
</div>
