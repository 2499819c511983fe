<?cs set:Form.par.label = "Adoptées par" ?>
<?cs set:Form.par.aide = "Par exemple, le bureau." ?>
<?cs set:Form.le.label = "Le" ?>
<?cs include:"admin/conservation_mots.cs" ?>
<div class="head">
	<div>
		<h1>Conservation</h1>
		<p>Combien de temps chaque chose est gardée, et ce qui partira bientôt.</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<?cs if:?essai.retenu ?>
	<div class="panel mt">
		<h2><?cs var:nb(essai.retenu) ?> personnes attendent votre accord</h2>
		<p>
			Elles seraient prévenues, ou effacées, d’un coup. Une date fausse dans HubSpot suffit à
			cela : regardez la liste avant de dire oui.
		</p>
		<form class="row mt" method="post" action="/admin/conservation/accord">
			<?cs call:csrf() ?>
			<input type="hidden" name="vus" value="<?cs var:essai.qui ?>">
			<a class="btn b2" href="/admin/conservation/fiches">Voir la liste</a>
			<button class="btn">Oui, continuer</button>
		</form>
	</div>
<?cs /if ?>
<div class="cols mt">
	<div>
		<h2 class="ttl" id="re">Les règles</h2>
		<section class="scroll" tabindex="0" aria-labelledby="re">
			<table class="tbl">
				<caption class="vh">Durées de conservation par statut et par nature</caption>
				<thead>
					<tr>
						<th scope="col">Quoi</th>
						<th scope="col">Durée</th>
						<th scope="col" class="opt">Ensuite</th>
						<th scope="col" class="r">Ce mois</th>
					</tr>
				</thead>
				<tbody>
					<?cs each:g = regles ?>
						<tr>
							<th scope="row">
								<?cs if:g.sujet == "fixe" ?>
									<?cs var:g.quoi ?>
								<?cs else ?>
									<a href="/admin/conservation/regles/<?cs var:g.id ?>">
										<?cs var:g.quoi ?>
									</a>
								<?cs /if ?>
								<small><?cs var:g.nature ?></small>
							</th>
							<td><?cs call:duree_dite(g) ?> <small class="m"><?cs var:g.apres ?></small></td>
							<td class="opt"><?cs call:suite_dite(g.suite) ?></td>
							<td class="r">
								<?cs if:?g.mois ?>
									<span class="tag<?cs if:g.sujet == "personne" ?> warn<?cs /if ?>">
										<?cs var:g.mois ?>
									</span>
								<?cs /if ?>
							</td>
						</tr>
					<?cs /each ?>
				</tbody>
			</table>
		</section>
		<?cs if:?adoptee.par ?>
			<p class="s m mt">
				Durées adoptées par <?cs var:adoptee.par ?> le <?cs var:adoptee.jour ?>, à partir des
				repères de la Cnil. Les comptages des événements passés restent justes.
			</p>
		<?cs else ?>
			<p class="s m mt">
				Ces durées suivent les repères de la Cnil : à vous de décider. Personne n’est prévenu
				ni effacé avant que l’association les adopte.
			</p>
		<?cs /if ?>
		<form class="stack g3 read mt" method="post" action="/admin/conservation/adopter" novalidate>
			<?cs call:csrf() ?>
			<?cs call:champ("text", "par", "") ?>
			<?cs call:champ("date", "le", "") ?>
			<div class="row"><button class="btn b2">Noter l’adoption</button></div>
		</form>
	</div>
	<aside class="stack g5">
		<section class="panel" aria-labelledby="es">
			<h2 id="es">Essai à blanc</h2>
			<p class="stats">
				<b><?cs var:essai.total ?></b>
				<?cs if:#essai.total > #1 ?>
					fiches arrivent à leur terme d’ici un mois
				<?cs else ?>
					fiche arrive à son terme d’ici un mois
				<?cs /if ?>
			</p>
			<?cs if:subcount(gens) || subcount(revenus) ?>
				<ul class="rows mt">
					<?cs each:p = gens ?>
						<li class="hit row nw g3">
							<?cs call:av(p) ?>
							<div class="grow">
								<h3>
									<?cs if:p.voit ?><a href="/contacts/<?cs var:p.id ?>"><?cs /if ?>
									<?cs var:p.prenom ?> <?cs var:p.nom ?>
									<?cs if:p.voit ?></a><?cs /if ?>
								</h3>
								<p class="s m"><?cs call:raison_dite(p) ?></p>
							</div>
							<?cs call:action_dite(p) ?>
						</li>
					<?cs /each ?>
					<?cs each:p = revenus ?>
						<li class="row nw g3">
							<div class="grow">
								<h3><?cs var:p.prenom ?> <?cs var:p.nom ?></h3>
								<p class="s m">Signe du <?cs var:p.jour ?></p>
							</div>
							<span class="tag ok">de retour</span>
						</li>
					<?cs /each ?>
				</ul>
			<?cs /if ?>
			<p class="row"><a class="btn b3" href="/admin/conservation/fiches">Toutes les fiches</a></p>
		</section>
		<?cs if:#essai.avertir > #0 && ?adoptee.par && !?essai.retenu ?>
			<form class="stack g3" method="post" action="/admin/conservation/avertir">
				<?cs call:csrf() ?>
				<button class="btn">
					Avertir <?cs var:nb(essai.avertir) ?> personne<?cs call:s(#essai.avertir) ?>
				</button>
				<p class="hint">
					Elles ont 30 jours pour revenir : un clic ou une connexion suffit. Rien ne part sans cet
					avertissement.
				</p>
			</form>
		<?cs /if ?>
		<?cs if:?passage.jour ?>
			<p class="s m">
				<?cs call:ic("check") ?> Dernier passage
				le <?cs var:passage.jour ?>, fiches anonymisées : <?cs var:passage.anonymises ?>, personnes
				de retour : <?cs var:passage.revenus ?>. <a href="/admin/journal?quoi=donnees">Voir au
				journal</a>
			</p>
		<?cs /if ?>
	</aside>
</div>
