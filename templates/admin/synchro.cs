<div class="head">
	<div>
		<h1>Synchronisation avec HubSpot</h1>
		<p>Les contacts se corrigent dans HubSpot ; l’espace les relit chaque minute.</p>
	</div>
	<a class="btn b2" href="/admin/correspondance"><?cs call:ic("cols") ?> Champs de HubSpot</a>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<?cs if:?sync.alerte ?><?cs call:alerte("warn", sync.alerte) ?><?cs /if ?>
<?cs if:?sync.ecart ?>
	<p class="alert">
		<?cs call:ic("info") ?>
		<span>
			La recherche de HubSpot
			compte <?cs var:nb(sync.ecart) ?> contact<?cs call:s(sync.ecart) ?> de plus
			que sa liste, à chaque lecture complète. La liste est tenue pour complète. Si une personne manque
			ici, modifiez sa fiche dans HubSpot : elle sera lue.
		</span>
	</p>
<?cs /if ?>
<?cs if:subcount(departs) ?>
	<div class="panel mt">
		<h2 id="dep"><?cs var:depart.nombre ?> départs attendent votre accord</h2>
		<p>
			D’après HubSpot, ces personnes perdraient leur accès. Elles sont nombreuses en moins d’une heure :
			toutes peuvent encore entrer.
		</p>
		<section class="scroll" tabindex="0" aria-labelledby="dep">
			<table class="tbl">
				<thead>
					<tr>
						<th scope="col">Personne</th>
						<th scope="col">Dans HubSpot</th>
						<th scope="col">Vu</th>
					</tr>
				</thead>
				<tbody>
					<?cs each:d = departs ?>
						<tr>
							<th scope="row">
								<a href="/contacts/<?cs var:d.id ?>">
									<?cs if:d.nom ?><?cs var:d.nom ?><?cs else ?>Sans nom<?cs /if ?>
								</a>
							</th>
							<td>
								<?cs if:d.cause == "statut" ?>
									<?cs if:d.valeur ?>statut et type : <?cs var:d.valeur ?>
									<?cs else ?>ni statut ni type
									<?cs /if ?>
								<?cs elif:d.cause == "archive" ?>
									archivée
								<?cs elif:d.cause == "fusion" ?>
									fusionnée avec une autre fiche
								<?cs elif:d.cause == "efface" ?>
									effacée pour confidentialité
								<?cs else ?>
									n’y est plus
								<?cs /if ?>
							</td>
							<td><?cs var:d.moment ?></td>
						</tr>
					<?cs /each ?>
				</tbody>
			</table>
		</section>
		<?cs if:depart.caches > #0 ?><p class="s m">Et <?cs var:depart.caches ?> autres.</p><?cs /if ?>
		<?cs if:Droits.complet ?>
			<form class="row mt" method="post" action="/admin/synchro/departs">
				<?cs call:csrf() ?>
				<input type="hidden" name="jusque" value="<?cs var:depart.jusque ?>">
				<button class="btn" name="reponse" value="oui">Oui, fermer ces accès</button>
				<button class="btn b2" name="reponse" value="non">Non, les garder ouverts</button>
			</form>
			<p class="s m">
				Oui : la prochaine lecture les ferme, dans la minute. Non : elles gardent leur accès tant que
				HubSpot ne dit pas autre chose d’elles ; corrigez-les là-bas.
			</p>
		<?cs else ?>
			<p class="s m">Une personne qui administre tout l’espace en décide.</p>
		<?cs /if ?>
	</div>
<?cs /if ?>
<ul class="grid tight stats">
	<?cs if:?sync.age ?>
		<li><b><?cs var:sync.age ?></b> <span class="s m">dernière lecture réussie</span></li>
	<?cs /if ?>
	<?cs if:?sync.contacts ?>
		<li><b><?cs var:sync.contacts ?></b> <span class="s m">contacts tenus à jour</span></li>
	<?cs /if ?>
	<?cs if:?sync.erreurs ?>
		<li><b><?cs var:sync.erreurs ?></b> <span class="s m">lectures en échec depuis hier</span></li>
	<?cs /if ?>
	<?cs if:?sync.appels_restants ?>
		<li>
			<b><?cs var:sync.appels_restants ?></b> <span class="s m">appels encore permis aujourd’hui</span>
		</li>
	<?cs /if ?>
</ul>
<?cs if:subcount(tours) ?>
	<section class="scroll mt" tabindex="0" aria-labelledby="tours">
		<table class="tbl">
			<caption id="tours"><b>Dernières lectures</b> <small>la plus récente d’abord</small></caption>
			<thead>
				<tr>
					<th scope="col">Début</th>
					<th scope="col">Genre</th>
					<th scope="col">État</th>
					<th scope="col" class="r">Vus</th>
					<th scope="col" class="r">Créés</th>
					<th scope="col" class="r">Modifiés</th>
					<th scope="col" class="r">Retirés</th>
					<th scope="col" class="r">Appels</th>
					<th scope="col" class="r">Durée</th>
				</tr>
			</thead>
			<tbody>
				<?cs each:t = tours ?>
					<tr>
						<th scope="row" title="<?cs var:t.moment ?>"><?cs var:t.debut ?></th>
						<td><?cs var:t.genre ?></td>
						<td>
							<?cs if:t.etat == "ok" || t.etat == "fait" ?><span class="tag ok">Fait</span>
							<?cs elif:t.etat == "en_cours" ?><span class="tag">En cours</span>
							<?cs else ?><span class="tag bad"><?cs var:t.etat ?></span>
							<?cs /if ?>
							<?cs if:?t.message ?> <small><?cs var:t.message ?></small><?cs /if ?>
						</td>
						<td class="r"><?cs var:t.vus ?></td>
						<td class="r"><?cs var:t.crees ?></td>
						<td class="r"><?cs var:t.modifies ?></td>
						<td class="r"><?cs var:t.retires ?></td>
						<td class="r"><?cs var:t.appels ?></td>
						<td class="r"><?cs var:t.duree ?></td>
					</tr>
				<?cs /each ?>
			</tbody>
		</table>
	</section>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("sync") ?>
		<h2>Aucune lecture pour l’instant</h2>
		<p>
			Le programme <code>essaim-sync</code> n’a pas encore tourné. Il est lancé chaque minute ; voir le
			guide d’exploitation.
		</p>
	</div>
<?cs /if ?>
<?cs if:subcount(coupes) ?>
	<section class="mt" aria-labelledby="cou">
		<h2 id="cou">Valeurs trop longues</h2>
		<p class="s m">HubSpot en dit plus que ce qui est gardé ici : raccourcissez-les là-bas.</p>
		<ul class="rows">
			<?cs each:c = coupes ?>
				<li class="row nw">
					<div class="grow">
						<a href="/contacts/<?cs var:c.id ?>">
							<?cs if:c.nom ?><?cs var:c.nom ?><?cs else ?>Sans nom<?cs /if ?>
						</a>
					</div>
					<span class="s m"><?cs var:c.champ ?> : <?cs var:c.longueur ?> caractères</span>
				</li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
<?cs if:subcount(changements) ?>
	<section class="mt" aria-labelledby="chg">
		<h2 id="chg">Derniers changements</h2>
		<ul class="rows">
			<?cs each:c = changements ?>
				<li class="row nw">
					<div class="grow">
						<a href="/contacts/<?cs var:c.id ?>"><?cs var:c.nom ?></a> <small>
							<?cs if:c.acte == "contact.cree" ?>
								arrivée
							<?cs elif:c.acte == "contact.retire" ?>
								n’est plus dans HubSpot
							<?cs elif:c.acte == "contact.revenu" ?>
								revient
							<?cs elif:c.acte == "contact.fusionne" ?>
								fusionnée avec une autre fiche
							<?cs elif:c.acte == "contact.efface" ?>
								effacée
							<?cs else ?>
								a changé
								<?cs if:c.champs ?>
									 : <?cs var:c.champs ?><?cs if:c.choix ?>, choix et groupes<?cs /if ?>
								<?cs elif:c.choix ?>
									 : choix et groupes
								<?cs /if ?>
							<?cs /if ?>
						</small>
					</div>
					<span class="s m"><?cs var:c.moment ?></span>
				</li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
<?cs set:Form.portail.label = "Numéro du compte HubSpot" ?>
<?cs set:Form.portail.facultatif = "1" ?>
<?cs set:Form.guid.label = "Identifiant du formulaire" ?>
<?cs set:Form.guid.facultatif = "1" ?>
<?cs set:Form.guid.aide = "Dans HubSpot : Marketing, Formulaires, Partager, Code d’intégration, la valeur de
	data-form-id. Vide : pas de formulaire, la page propose d’écrire au Siège." ?>
<?cs set:Form.region.label = "Région" ?>
<?cs set:Form.region.facultatif = "1" ?>
<?cs set:Form.region.aide = "eu1 pour un compte hébergé en Europe." ?>
<?cs set:Form.partage.label = "Adresse de partage" ?>
<?cs set:Form.partage.facultatif = "1" ?>
<?cs set:Form.partage.aide = "La page du formulaire chez HubSpot, proposée quand il est bloqué." ?>
<?cs if:Droits.complet ?>
	<form class="stack read mt panel" method="post" action="/admin/synchro/formulaire" novalidate
			aria-labelledby="fc">
		<h2 id="fc">Formulaire de correction</h2>
		<p class="s m">
			Les personnes corrigent leurs données HubSpot dans un formulaire de HubSpot, ouvert depuis leur
			fiche.
		</p>
		<?cs call:csrf() ?>
		<?cs call:champ("text", "portail", "") ?>
		<?cs call:champ("text", "region", "") ?>
		<?cs call:champ("text", "guid", "") ?>
		<?cs call:champ("url", "partage", "") ?>
		<div class="row"><button class="btn">Enregistrer</button></div>
	</form>
<?cs /if ?>
