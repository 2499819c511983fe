<?cs include:"fil/macros.cs" ?>
<?cs include:"agenda/prochains.cs" ?>
<?cs include:"actualites/macros.cs" ?>
<?cs include:"accueil/premiers_pas.cs" ?>
<div class="head">
	<div>
		<h1>Bonjour <?cs var:User.prenom ?></h1>
		<p>
			<?cs if:?aujourdhui ?><?cs var:aujourdhui ?>. <?cs /if ?>
			<?cs if:?phrase ?><?cs var:phrase ?><?cs /if ?>
		</p>
	</div>
	<?cs if:subcount(Publier) == #1 ?>
		<a class="btn" href="/groupes/<?cs var:Publier.0.id ?>/publications/nouvelle">
			<?cs call:ic("plus") ?> Publier
		</a>
	<?cs elif:subcount(Publier) ?>
		<details class="drop">
			<summary class="btn"><?cs call:ic("plus") ?> Publier</summary>
			<ul class="links">
				<?cs each:g = Publier ?>
					<li><a href="/groupes/<?cs var:g.id ?>/publications/nouvelle"><?cs var:g.titre ?></a></li>
				<?cs /each ?>
			</ul>
		</details>
	<?cs elif:User.level < #2 && subcount(Accueil.gens) ?>
		<a class="btn" href="/messages/nouveau?a=<?cs var:Accueil.gens.0.id ?>">
			<?cs call:ic("msg") ?> Écrire à <?cs var:Accueil.gens.0.prenom ?>
		</a>
	<?cs elif:User.level < #2 ?>
		<a class="btn" href="/messages/siege"><?cs call:ic("msg") ?> Contacter le Siège</a>
	<?cs else ?>
		<a class="btn" href="/annuaire"><?cs call:ic("search") ?> Trouver une personne</a>
	<?cs /if ?>
</div>
<?cs if:?Nouveautes ?>
	<form class="panel row" method="post" action="/aide/nouveautes">
		<?cs call:csrf() ?>
		<p class="grow">Il y a du nouveau dans votre espace.</p>
		<button class="btn b2" name="lire" value="1">Lire les nouveautés</button>
		<button class="btn b3">Masquer</button>
	</form>
<?cs /if ?>
<div class="cols">
	<aside class="stack g5">
		<?cs if:User.level < #2 ?><?cs call:premiers_pas() ?><?cs /if ?>
		<?cs if:User.level > #1 || subcount(afaire) > #1 ?>
			<section class="panel" aria-labelledby="afaire">
				<h2 id="afaire">
					À faire
					<?cs if:subcount(afaire) ?> <span class="count">
						<?cs var:subcount(afaire) ?>
					</span><?cs /if ?>
				</h2>
				<?cs if:subcount(afaire) ?>
					<ul class="rows">
						<?cs each:a = afaire ?>
							<li class="hit row nw g3">
								<span class="ico">
									<?cs if:?a.icone ?><?cs call:ic(a.icone) ?>
									<?cs else ?><?cs call:ic("flag") ?>
									<?cs /if ?>
								</span>
								<div class="grow">
									<p class="q">
										<a href="<?cs var:url_validate(a.url) ?>"><?cs var:a.titre ?></a>
									</p>
									<?cs if:?a.texte ?><p class="s m"><?cs var:a.texte ?></p><?cs /if ?>
								</div>
							</li>
						<?cs /each ?>
					</ul>
				<?cs else ?>
					<p class="s m">Rien ne vous attend. Belle journée.</p>
				<?cs /if ?>
			</section>
		<?cs /if ?>
		<section aria-labelledby="rdv">
			<div class="ttl">
				<h2 id="rdv">Prochains rendez-vous</h2>
				<a class="s push" href="/agenda">Tout l’agenda</a>
			</div>
			<?cs if:subcount(rdv) ?><?cs call:prochains(rdv) ?>
			<?cs elif:subcount(Accueil.pres) ?>
				<p class="s m">Près de chez vous, ouverts à qui veut venir :</p>
				<?cs call:prochains(Accueil.pres) ?>
			<?cs else ?><p class="s m">Rien de prévu pour vous pour le moment.</p>
			<?cs /if ?>
		</section>
		<?cs if:subcount(chiffres) ?>
			<section aria-labelledby="reperes">
				<div class="ttl">
					<h2 id="reperes">En ce moment</h2>
					<a class="s push" href="/tableau-de-bord">Tableau de bord</a>
				</div>
				<ul class="grid tight stats">
					<?cs each:c = chiffres ?>
						<li>
							<b><?cs var:nb(c.valeur) ?></b> <span class="s m"><?cs var:c.libelle ?></span>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<?cs if:subcount(arrivees) ?>
			<section aria-labelledby="arrivees">
				<h2 class="ttl" id="arrivees">Arrivées récentes</h2>
				<ul class="rows">
					<?cs each:p = arrivees ?>
						<li class="hit row nw g3">
							<?cs call:av(p) ?>
							<div class="grow">
								<h3>
									<a href="/contacts/<?cs var:p.id ?>">
										<?cs var:p.prenom ?> <?cs var:p.nom ?>
									</a>
								</h3>
								<p class="s m">
									<?cs var:p.groupe ?>
									<?cs if:?p.quand ?>
										<?cs if:p.groupe ?>, <?cs /if ?>
										<?cs call:quand(p.quand, p.quand_iso) ?>
									<?cs /if ?>
								</p>
							</div>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
	</aside>
	<div>
		<?cs if:User.level < #2 ?><?cs call:ouvert_a_vous() ?><?cs /if ?>
		<?cs if:subcount(actualites) ?>
			<section class="stack g3<?cs if:User.level < #2 ?> mt<?cs /if ?>" aria-labelledby="ac">
				<div class="ttl">
					<h2 id="ac">Actualités</h2>
					<a class="s push" href="/actualites">Toutes<span class="vh"> les actualités</span></a>
				</div>
				<ul class="rows">
					<?cs each:a = actualites ?>
						<li class="hit">
							<h3><a href="<?cs var:url_validate(a.url) ?>"><?cs var:a.titre ?></a></h3>
							<?cs if:a.une && a.chapeau ?><p><?cs var:a.chapeau ?></p><?cs /if ?>
							<p class="s m row">
								<?cs if:a.une ?><span class="tag ok">À la une</span><?cs /if ?>
								<?cs if:a.sorte_titre ?>
									<span class="tag"><?cs var:a.sorte_titre ?></span>
								<?cs /if ?>
								<span>
									<?cs if:a.territoire ?><?cs var:a.territoire ?>, <?cs /if ?>
									<?cs call:de_qui(a) ?>
								</span>
							</p>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<?cs if:?lettre.id ?>
			<section class="stack g3<?cs if:subcount(actualites) ?> mt<?cs /if ?>" aria-labelledby="li">
				<div class="ttl">
					<h2 id="li">Dernière lettre d’info</h2>
					<a class="s push" href="/lettres">Toutes<span class="vh"> les lettres</span></a>
				</div>
				<div class="hit">
					<h3><a href="/lettres/<?cs var:lettre.id ?>/lire"><?cs var:lettre.titre ?></a></h3>
					<p class="s m">
						<?cs if:lettre.apercu ?><?cs var:lettre.apercu ?>, <?cs /if ?>
						<?cs call:quand(lettre.quand, lettre.jour) ?>
					</p>
				</div>
			</section>
		<?cs /if ?>
		<nav class="seg<?cs if:subcount(actualites) || ?lettre.id ?> mt<?cs /if ?>"
				aria-label="Filtrer le fil">
			<a href="/"<?cs if:Portee == "" ?> aria-current="true"<?cs /if ?>>Tout</a>
			<a href="/?portee=mes"<?cs if:Portee == "mes" ?> aria-current="true"<?cs /if ?>>Mes groupes</a>
			<a href="/?portee=siege"<?cs if:Portee == "siege" ?> aria-current="true"<?cs /if ?>>Siège</a>
		</nav>
		<div id="fil">
			<?cs if:subcount(fil) ?>
				<div class="rows">
					<?cs each:p = fil ?><?cs call:publication(p, p.droit, #1) ?><?cs /each ?>
				</div>
				<?cs if:?Suite ?>
					<p class="pager"><a href="<?cs var:url_validate(Suite) ?>">Voir la suite du fil</a></p>
				<?cs /if ?>
			<?cs else ?>
				<div class="empty">
					<?cs call:ic("msg") ?>
					<h2>Rien à lire ici pour le moment</h2>
					<p>
						<?cs if:User.level < #2 ?>
							Ce qui est ouvert à tout le monde apparaîtra ici ; ce que votre groupe publie, une
							fois que vous en serez membre.
						<?cs else ?>
							Ce que vos groupes et le Siège publient apparaîtra ici.
						<?cs /if ?>
					</p>
				</div>
			<?cs /if ?>
			<?cs if:subcount(fil) ?><?cs call:reagir_ici(Retour) ?><?cs /if ?>
		</div>
		<?cs if:!subcount(fil) && User.level > #1 ?>
			<section aria-labelledby="mesgroupes">
				<div class="ttl">
					<h2 id="mesgroupes">Mes groupes</h2>
					<a class="s push" href="/groupes">Tous les groupes</a>
				</div>
				<?cs if:subcount(groupes) ?>
					<ul class="grid">
						<?cs each:g = groupes ?>
							<li class="card hit row nw g3">
								<?cs call:sigle(g) ?>
								<div class="grow">
									<p class="q">
										<a href="/groupes/<?cs var:g.id ?>"><b><?cs var:g.titre ?></b></a>
									</p>
									<p class="s m">
										<?cs var:g.type ?>
										<?cs if:g.membres > #1 ?>, <?cs var:nb(g.membres) ?> membres
										<?cs elif:g.membres == #1 ?>, 1 membre
										<?cs /if ?>
									</p>
								</div>
							</li>
						<?cs /each ?>
					</ul>
				<?cs else ?>
					<div class="panel empty">
						<?cs call:ic("groups") ?>
						<h3>Pas encore de groupe</h3>
						<p>
							Votre groupe, votre magasin ou votre équipe apparaîtra ici dès que le Siège l’aura
							noté. Vous pouvez déjà regarder qui agit près de chez vous.
						</p>
						<p><a class="btn b2" href="/groupes">Voir les groupes</a></p>
					</div>
				<?cs /if ?>
			</section>
		<?cs /if ?>
	</div>
</div>
