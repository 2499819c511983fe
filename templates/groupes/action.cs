<?cs include:"fil/macros.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
		<li><a href="/groupes/<?cs var:groupe.id ?>/actions">Actions</a></li>
	</ol>
</nav>
<?cs with:t = taches.0 ?>
	<div class="head">
		<div>
			<h1><?cs var:t.titre ?></h1>
			<p>Ajoutée par <?cs var:t.auteur ?>, <?cs call:quand(t.quand, t.cree_le) ?></p>
		</div>
		<?cs if:Droit > #1 ?>
			<a class="btn b2" href="/groupes/<?cs var:groupe.id ?>/actions/<?cs var:t.id ?>/modifier">
				<?cs call:ic("pen") ?> Modifier
			</a>
		<?cs /if ?>
	</div>
	<?cs call:erreurs() ?>
	<div class="cols">
		<aside class="stack g5">
			<section class="panel stack g3" aria-labelledby="etape">
				<h2 id="etape">Où en est-on ?</h2>
				<p class="row">
					<?cs if:t.etat == "fait" ?>
						<span class="tag ok">
							<?cs call:ic("check") ?> Fait par <?cs var:t.fait_par ?>, <?cs var:t.fait ?>
						</span>
					<?cs elif:t.etat == "en_cours" ?>
						<span class="tag">En cours</span>
					<?cs else ?>
						<span class="tag">À faire</span>
					<?cs /if ?>
					<?cs if:?t.jour && t.etat != "fait" ?>
						<span class="tag<?cs if:t.retard ?> bad<?cs /if ?>">
							<?cs call:ic("clock") ?> <?cs if:t.retard ?>En retard, pour le
							<?cs else ?>Pour le
							<?cs /if ?> <?cs var:t.jour ?>
						</span>
					<?cs /if ?>
				</p>
				<?cs if:Droit > #1 ?>
					<form class="row" method="post"
							action="/groupes/<?cs var:groupe.id ?>/actions/<?cs var:t.id ?>/etat">
						<?cs call:csrf() ?>
						<label class="vh" for="f-etat">État</label>
						<div class="grow">
							<select id="f-etat" name="etat">
								<option value="a_faire"<?cs if:t.etat == "a_faire" ?> selected<?cs /if ?>>
									À faire
								</option>
								<option value="en_cours"<?cs if:t.etat == "en_cours" ?> selected<?cs /if ?>>
									En cours
								</option>
								<option value="fait"<?cs if:t.etat == "fait" ?> selected<?cs /if ?>>
									Fait
								</option>
							</select>
						</div>
						<button class="btn">Changer</button>
					</form>
				<?cs /if ?>
			</section>
			<section aria-labelledby="qui">
				<h2 class="ttl" id="qui">Qui s’en charge</h2>
				<?cs if:subcount(t.qui) ?>
					<ul class="stack g2">
						<?cs each:p = t.qui ?>
							<li class="row nw">
								<?cs call:qui(p, "") ?>
								<?cs if:Droit > #1 ?>
									<form class="push" method="post" action="/groupes/<?cs var:groupe.id ?>
												/actions/<?cs var:t.id ?>/responsables">
										<?cs call:csrf() ?>
										<input type="hidden" name="retire" value="1">
										<button class="ib" name="qui" value="<?cs var:p.id ?>">
											<?cs call:ic("x") ?>
											<span class="vh">
												Retirer <?cs var:p.prenom ?> <?cs var:p.nom ?>
											</span>
										</button>
									</form>
								<?cs /if ?>
							</li>
						<?cs /each ?>
					</ul>
				<?cs else ?>
					<p class="s m">Personne encore.</p>
				<?cs /if ?>
				<?cs if:Droit > #1 ?>
					<?cs if:!t.mienne && groupe.mien ?>
						<form method="post"
								action="/groupes/<?cs var:groupe.id ?>/actions/<?cs var:t.id ?>/responsables">
							<?cs call:csrf() ?>
							<button class="btn b2" name="qui" value="<?cs var:User.id ?>">
								Je m’en charge
							</button>
						</form>
					<?cs /if ?>
					<?cs if:subcount(Membres) ?>
						<form class="stack g2 mt" method="post"
								action="/groupes/<?cs var:groupe.id ?>/actions/<?cs var:t.id ?>/responsables">
							<?cs call:csrf() ?>
							<?cs set:Form.qui.label = "Ajouter une personne" ?>
							<?cs call:liste("qui", Membres, "") ?>
							<button class="btn b3">Ajouter</button>
						</form>
					<?cs /if ?>
				<?cs /if ?>
			</section>
			<nav class="panel links" aria-label="Cette action">
				<?cs if:subcount(Etiquettes) ?><?cs call:etiquettes(Etiquettes, Etiquette.lien) ?><?cs /if ?>
				<?cs if:Etiquette.choisir ?><?cs call:etiqueter(t.id) ?><?cs /if ?><?cs call:qui_voit(t.id) ?>
			</nav>
		</aside>
		<div class="stack g6">
			<?cs if:t.texte != "" ?>
				<div class="stack g2">
					<?cs uvar:t.corpsHtml ?>
					<?cs # out of texte_html() ?>
				</div>
			<?cs /if ?>
			<?cs call:discussion(t.id, Droit, Retour) ?>
		</div>
	</div>
<?cs /with ?>
