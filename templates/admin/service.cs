<?cs # How the service is doing.  Calm: nothing to do; else each thing says what, since when, what follows,
     what to do. ?>
<?cs set:Form.qui.label = "Qui" ?>
<?cs set:Form.qui.facultatif = "1" ?>
<?cs set:Form.telephone.label = "Téléphone" ?>
<?cs set:Form.telephone.facultatif = "1" ?>
<?cs set:Form.contrat.label = "Numéro de contrat" ?>
<?cs set:Form.contrat.facultatif = "1" ?>
<?cs set:Form.courriel.label = "Adresse" ?>
<?cs set:Form.courriel.facultatif = "1" ?>
<?cs set:Form.courriel.aide = "« Passer la main » y écrit." ?>
<?cs set:Form.mot.label = "Ce qui est annoncé" ?>
<?cs set:Form.mot.aide = "Par exemple : Mise à jour 2.4" ?>
<?cs set:Form.quand.label = "À partir de" ?>
<?cs set:Form.minutes.label = "Pendant, en minutes" ?>
<?cs def:cle() ?>
	<?cs if:essai.etat == "essai" ?>
		<p role="status">Une clé est à l’essai : la réponse vient dans la minute, rechargez cette page.</p>
	<?cs elif:essai.etat == "bonne" ?>
		<p role="status">
			HubSpot a accepté la nouvelle clé <?cs var:essai.quand ?> : la reprise est en cours.
		</p>
	<?cs elif:essai.etat == "refusee" ?>
		<p class="err">
			<?cs call:ic("warn") ?> HubSpot a aussi refusé la clé essayée <?cs var:essai.quand ?>.
		</p>
	<?cs elif:essai.etat == "sans_reponse" ?>
		<p class="err">
			<?cs call:ic("warn") ?> HubSpot n’a pas répondu : la clé n’a pas pu être
			essayée <?cs var:essai.quand ?>.
		</p>
	<?cs /if ?>
	<form class="row" method="post" action="/admin/service/cle">
		<?cs call:csrf() ?>
		<div class="grow">
			<label class="vh" for="f-jeton">Nouvelle clé HubSpot</label>
			<input type="text" id="f-jeton" name="jeton" autocomplete="off" spellcheck="false" maxlength="300"
				placeholder="Nouvelle clé" required<?cs if:?Form.jeton.error ?> aria-invalid="true"
					aria-describedby="e-jeton"<?cs /if ?>>
		</div>
		<button class="btn">Essayer la clé</button>
	</form>
	<?cs call:_erreur("jeton") ?>
<?cs /def ?>
<div class="head">
	<div>
		<h1>État du service</h1>
		<p>
			<?cs if:service.points > #0 ?>
				<?cs var:service.nombre ?>, tout le reste va bien.
				<?cs if:service.vu ?> Vérifié <?cs var:service.vu ?>.<?cs /if ?>
			<?cs elif:service.vu ?>
				Vérifié <?cs var:service.vu ?>. Un courriel vous préviendra si cela change.
			<?cs else ?>
				Rien n’a encore été vérifié : la surveillance commence dans la minute.
			<?cs /if ?>
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<div class="cols">
	<div class="stack g6">
		<?cs if:service.points > #0 ?>
			<?cs each:p = points ?>
				<section class="panel note stack g3" aria-labelledby="p-<?cs var:p.cle ?>">
					<h2 id="p-<?cs var:p.cle ?>"><?cs call:ic("warn") ?> <?cs var:p.mot ?></h2>
					<?cs if:p.phrase ?><p><?cs var:p.phrase ?></p><?cs /if ?>
					<?cs if:p.suite ?><p><?cs var:p.suite ?></p><?cs /if ?>
					<?cs if:subcount(p.etapes) > #1 ?>
						<ol class="nums stack g1">
							<?cs each:e = p.etapes ?><li><?cs var:e.texte ?></li><?cs /each ?>
						</ol>
					<?cs elif:subcount(p.etapes) ?>
						<p><?cs var:p.etapes.0.texte ?></p>
					<?cs /if ?>
					<?cs if:p.cle == "synchro" && p.etat == "bad" && Droits.complet ?>
						<?cs call:cle() ?>
					<?cs /if ?>
					<div class="row">
						<?cs if:p.cle == "synchro" && p.etat == "bad" && Droits.complet ?>
							<a class="btn b3" href="/admin/service/fermer">Fermer un accès tout de suite</a>
						<?cs elif:p.cle == "synchro" ?>
							<a class="btn b3" href="/admin/synchro">Ouvrir la synchronisation</a>
						<?cs /if ?>
						<?cs if:appeler.courriel ?>
							<form method="post" action="/admin/service/main">
								<?cs call:csrf() ?>
								<button class="btn b3">Passer la main</button>
							</form>
						<?cs /if ?>
					</div>
				</section>
			<?cs /each ?>
		<?cs elif:service.vu ?>
			<div class="hero">
				<svg class="ruche" aria-hidden="true"><use href="<?cs var:Asset.icons ?>#ruche"/></svg>
				<div class="head">
					<div>
						<h2 class="h">Tout va bien</h2>
						<p>Rien à faire, rien à lire : le détail est là si vous en avez besoin.</p>
					</div>
				</div>
			</div>
		<?cs /if ?>
		<?cs if:subcount(bien) ?>
			<section aria-labelledby="ok">
				<?cs if:service.points > #0 ?>
					<h2 class="ttl" id="ok">Le reste va bien</h2>
				<?cs else ?>
					<h2 class="vh" id="ok">Le détail</h2>
				<?cs /if ?>
				<ul class="rows">
					<?cs each:b = bien ?>
						<li class="row nw g3">
							<span class="ico ok"><?cs call:ic(b.icone) ?></span>
							<div class="grow">
								<h3><?cs var:b.titre ?></h3>
								<p class="s m"><?cs var:b.phrase ?></p>
							</div>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
	</div>
	<aside class="stack g5">
		<section class="panel stack g3" aria-labelledby="mo">
			<h2 id="mo">30 derniers jours</h2>
			<svg class="chart" role="img" viewBox="0 0 297 28"
				aria-label="Les 30 derniers jours : <?cs var:disponibilite.jours_sans ?> sans incident, <?cs
					var:disponibilite.jours_avec ?> avec">
				<path class="g" d="<?cs var:disponibilite.bien ?>"/>
				<path class="w" d="<?cs var:disponibilite.mal ?>"/>
			</svg>
			<?cs set:Arret = disponibilite.minutes ?>
			<p class="s m">
				<?cs if:disponibilite.sondes > #0 ?>
					Joignable <?cs var:disponibilite.part ?> % du temps<?cs if:Arret > #0 ?>, <?cs
						var:Arret ?> minute<?cs call:s(Arret) ?> d’arrêt<?cs /if ?>.
				<?cs else ?>
					Pas encore mesuré.
				<?cs /if ?>
			</p>
			<?cs if:subcount(pannes) ?>
				<ul class="rows">
					<?cs each:i = pannes ?>
						<li class="row nw g3">
							<p class="by grow"><?cs var:i.mot ?> <small><?cs var:i.quand ?></small></p>
						</li>
					<?cs /each ?>
				</ul>
			<?cs /if ?>
			<details<?cs if:?Form.mot.error || ?Form.quand.error || ?Form.minutes.error ?> open<?cs /if ?>>
				<summary class="btn b3">Annoncer un arrêt</summary>
				<form class="stack mt" method="post" action="/admin/service/annonce" novalidate>
					<?cs call:csrf() ?>
					<?cs call:champ("text", "mot", "") ?>
					<?cs call:champ("datetime-local", "quand", "") ?>
					<?cs call:champ("number", "minutes", "") ?>
					<div class="row"><button class="btn b2">Annoncer</button></div>
				</form>
			</details>
		</section>
		<section class="panel" aria-labelledby="qui">
			<h2 id="qui">Qui appeler</h2>
			<?cs if:appeler.qui || appeler.telephone ?>
				<p class="by">
					<?cs var:appeler.qui ?>
					<small>
						<?cs if:appeler.telephone ?>
							<a href="tel:<?cs var:url_escape(appeler.tel) ?>">
								<?cs var:tel(appeler.telephone) ?>
							</a>
						<?cs /if ?><?cs if:appeler.contrat ?>, contrat
							n° <?cs var:appeler.contrat ?>
						<?cs /if ?>
					</small>
				</p>
			<?cs else ?>
				<p>Personne n’est encore noté ici.</p>
			<?cs /if ?>
			<?cs if:appeler.alertes ?>
				<p class="s m mt">Il reçoit les mêmes alertes que vous et n’a pas accès au contenu.</p>
			<?cs /if ?>
			<details class="mt"
				<?cs if:?Form.telephone.error || ?Form.courriel.error ?> open<?cs /if ?>>
				<summary class="btn b3">Changer</summary>
				<form class="stack mt" method="post" action="/admin/service/qui" novalidate>
					<?cs call:csrf() ?>
					<?cs call:champ("text", "qui", "") ?>
					<?cs call:champ("tel", "telephone", "") ?>
					<?cs call:champ("text", "contrat", "") ?>
					<?cs call:champ("email", "courriel", "") ?>
					<div class="row"><button class="btn b2">Enregistrer</button></div>
				</form>
			</details>
		</section>
	</aside>
</div>
<?cs if:subcount(mois) ?>
	<section class="scroll mt" tabindex="0" aria-labelledby="sob">
		<table class="tbl">
			<caption id="sob"><b>Ce que l’espace consomme</b> <small>mois par mois</small></caption>
			<thead>
				<tr>
					<th scope="col">Mois</th>
					<th scope="col" class="r">Pages</th>
					<th scope="col" class="r">Envoyé</th>
					<th scope="col" class="r">Processeur</th>
					<th scope="col" class="r">Courriels</th>
					<th scope="col" class="r">Stockage</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:m = mois ?>
					<tr>
						<th scope="row"><?cs var:m.nom ?></th>
						<td class="r"><?cs var:m.pages.texte ?></td>
						<td class="r"><?cs var:m.octets_texte ?></td>
						<td class="r"><?cs var:m.secondes.texte ?> s</td>
						<td class="r"><?cs var:m.courriels.texte ?></td>
						<td class="r"><?cs var:m.stockage_texte ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
<?cs /if ?>
