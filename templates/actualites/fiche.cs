<?cs include:"fil/macros.cs" ?>
<?cs include:"actualites/macros.cs" ?>
<?cs include:"agenda/prochains.cs" ?>
<?cs call:fil_actualites() ?>
<?cs with:a = actualite ?>
	<?cs if:a.etat != "publiee" ?>
		<div class="alert" role="status">
			<?cs call:ic("info") ?>
			<p>
				<?cs if:a.etat == "programmee" ?>
					Programmée : elle paraît <?cs var:a.du ?>.
				<?cs elif:a.etat == "retiree" ?>
					Retirée : plus personne ne la lit, sauf qui écrit les actualités.
				<?cs else ?>
					Brouillon : seules les personnes qui écrivent les actualités le
					voient<?cs if:a.portrait_id ?>, et celle dont c’est le portrait<?cs /if ?>.
				<?cs /if ?>
			</p>
		</div>
	<?cs /if ?>
	<?cs if:Moi ?>
		<form class="alert" method="post" action="/actualites/<?cs var:a.id ?>/accord">
			<?cs call:ic("heart") ?>
			<?cs call:csrf() ?>
			<input type="hidden" name="lu" value="<?cs var:Moi ?>">
			<div class="stack g2">
				<p>
					<b>C’est votre portrait.</b>
					<?cs if:a.accord == "attente" ?>Rien ne paraît sans votre accord.
					<?cs elif:a.accord == "oui" ?>Vous avez donné votre accord ; vous pouvez le reprendre.
					<?cs else ?>Vous avez dit non : il ne paraît pas.
					<?cs /if ?>
				</p>
				<p class="row">
					<?cs if:a.accord != "oui" ?>
						<button class="btn" name="reponse" value="oui">Je suis d’accord</button>
					<?cs /if ?>
					<?cs if:a.accord != "non" ?>
						<button class="btn b2" name="reponse" value="non">
							<?cs if:a.accord == "oui" ?>Retirer mon portrait
							<?cs else ?>Je préfère que non
							<?cs /if ?>
						</button>
					<?cs /if ?>
				</p>
			</div>
		</form>
	<?cs /if ?>
	<div class="cols">
		<article class="stack g5">
			<div class="stack g3">
				<p class="row">
					<span class="tag<?cs if:a.siege ?> ok<?cs /if ?>"><?cs var:a.de ?></span>
					<?cs if:a.sorte_titre ?>
						<span class="tag h2"><?cs call:sorte(a) ?> <?cs var:a.sorte_titre ?></span>
					<?cs /if ?>
					<?cs if:a.engagement_titre ?>
						<span class="tag"><?cs var:a.engagement_titre ?></span>
					<?cs /if ?>
					<span class="tag">
						<?cs if:a.territoire ?><?cs call:ic("pin") ?><?cs else ?><?cs call:ic("eye") ?>
						<?cs /if ?> <?cs var:a.pour ?>
					</span>
				</p>
				<h1><?cs var:a.titre ?></h1>
				<p class="row nw g3">
					<?cs call:av(a) ?>
					<span class="by">
						<?cs var:a.auteur ?><br>
						<small>
							<?cs if:?a.quand ?><?cs call:quand(a.quand, a.publie_le) ?><?cs /if ?>
							<?cs if:?a.minutes ?>
								<?cs if:?a.quand ?>, <?cs /if ?>
								<?cs var:a.minutes ?> minute<?cs call:s(a.minutes) ?> de lecture
							<?cs /if ?>
							<?cs if:?a.change ?>, modifiée <?cs var:a.change ?><?cs /if ?>
						</small>
					</span>
				</p>
			</div>
			<?cs if:?Image.photo ?>
				<figure class="stack g1">
					<?cs call:photo(Image) ?>
					<?cs if:a.image_credit ?>
						<figcaption class="s m"><?cs var:a.image_credit ?></figcaption>
					<?cs /if ?>
				</figure>
			<?cs /if ?>
			<div class="read">
				<?cs if:a.chapeau ?><p><b><?cs var:a.chapeau ?></b></p><?cs /if ?>
				<?cs uvar:a.texteHtml ?>
				<?cs each:x = fichiers ?><?cs call:fichier(x.f) ?><?cs /each ?>
			</div>
			<?cs if:a.etat == "publiee" ?>
				<?cs if:a.reactions ?>
					<div class="row react">
						<?cs call:reactions(a.id, Objets.0.reactions, "cette actualité") ?>
					</div>
					<?cs call:reagir_ici(Retour) ?>
				<?cs /if ?>
				<?cs if:a.commentaires ?><?cs call:discussion(a.id, a.droit, Retour) ?><?cs /if ?>
			<?cs /if ?>
		</article>
		<aside class="stack g5">
			<?cs if:a.droit > #2 ?>
				<section class="panel stack g2" aria-labelledby="gerer">
					<h2 id="gerer">Cette actualité</h2>
					<?cs if:?Liront.total ?>
						<p class="stats">
							<b><?cs var:Liront.total ?></b> personne<?cs call:s(Liront.total) ?>
							<span class="m s">
								la lir<?cs if:Liront.total > #1 ?>ont<?cs else ?>a<?cs /if ?> une fois publiée
							</span>
						</p>
					<?cs /if ?>
					<?cs if:a.accord == "attente" ?>
						<p class="s m">La personne dont c’est le portrait n’a pas encore répondu.</p>
					<?cs elif:a.accord == "non" ?>
						<p class="s m">La personne dont c’est le portrait a dit non.</p>
					<?cs /if ?>
					<?cs if:a.etat != "publiee" && a.accord != "attente" && a.accord != "non" ?>
						<form method="post" action="/actualites/<?cs var:a.id ?>/publier">
							<?cs call:csrf() ?>
							<button class="btn">
								<?cs call:ic("send") ?> Publier<?cs if:a.etat == "programmee" ?>
									tout de suite<?cs /if ?>
							</button>
						</form>
					<?cs /if ?>
					<a class="btn b2" href="/actualites/<?cs var:a.id ?>/modifier">
						<?cs call:ic("pen") ?> Modifier
					</a>
					<?cs if:a.etat == "publiee" || a.etat == "programmee" ?>
						<form method="post" action="/actualites/<?cs var:a.id ?>/retirer">
							<?cs call:csrf() ?>
							<button class="btn b3">
								<?cs if:a.etat == "programmee" ?>Déprogrammer
								<?cs else ?>Retirer de la lecture
								<?cs /if ?>
							</button>
						</form>
					<?cs /if ?>
					<a class="btn b3" href="/actualites/<?cs var:a.id ?>/supprimer">
						<?cs call:ic("bin") ?> Supprimer
					</a>
				</section>
			<?cs /if ?>
			<?cs if:subcount(Pres) ?>
				<section class="panel" aria-labelledby="pres">
					<h2 id="pres">Près de chez vous</h2>
					<?cs call:prochains(Pres) ?>
				</section>
			<?cs /if ?>
			<?cs if:subcount(Suite) ?>
				<section aria-labelledby="lire">
					<h2 class="ttl" id="lire">À lire ensuite</h2>
					<ul class="rows"><?cs each:b = Suite ?><?cs call:breve(b) ?><?cs /each ?></ul>
				</section>
			<?cs /if ?>
			<nav class="panel links" aria-label="Autour de cette actualité">
				<?cs if:subcount(Etiquettes) ?><?cs call:etiquettes(Etiquettes, Etiquette.lien) ?><?cs /if ?>
				<?cs if:Etiquette.choisir ?><?cs call:etiqueter(a.id) ?><?cs /if ?><?cs call:qui_voit(a.id) ?>
				<?cs if:a.etat == "publiee" ?>
					<a class="btn b3" href="/fil/<?cs var:a.id ?>/signaler">
						<?cs call:ic("flag") ?> Signaler
					</a>
				<?cs /if ?>
			</nav>
		</aside>
	</div>
<?cs /with ?>
