<?cs include:"groupes/onglets.cs" ?>
<div class="cols">
	<div class="stack g6">
		<?cs if:groupe.texteHtml != "" ?>
			<section class="stack g2 read" aria-label="Présentation">
				<?cs uvar:groupe.texteHtml ?>
				<?cs # out of texte_html() ?>
			</section>
		<?cs /if ?>
		<?cs if:subcount(sous_groupes) ?>
			<section aria-labelledby="sous">
				<div class="ttl">
					<h2 id="sous">Dans ce groupe</h2>
					<a class="s push" href="/groupes/<?cs var:groupe.id ?>/arbre">Voir l’arbre</a>
				</div>
				<ul class="grid">
					<?cs each:g = sous_groupes ?>
						<li>
							<a class="who" href="/groupes/<?cs var:g.id ?>">
								<?cs call:sigle(g) ?>
								<span>
									<?cs var:g.titre ?> <small>
										<?cs var:g.type ?>, <?cs var:nb(g.membres) ?> personne<?cs
											call:s(g.membres) ?>
									</small>
								</span>
							</a>
						</li>
					<?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<?cs if:subcount(Etiquettes) || Etiquette.choisir ?>
			<section class="stack g2" aria-labelledby="etiq">
				<h2 class="ttl" id="etiq">Étiquettes</h2>
				<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
				<?cs if:Etiquette.choisir ?><p><?cs call:etiqueter(groupe.id) ?></p><?cs /if ?>
			</section>
		<?cs /if ?>
		<?cs if:Droits.gere ?>
			<section aria-labelledby="reg">
				<h2 class="ttl" id="reg">Réglages</h2>
				<div class="row">
					<?cs if:Droits.ecrit ?>
						<a class="btn b2" href="/groupes/<?cs var:groupe.id ?>/modifier">
							<?cs call:ic("pen") ?> Modifier
						</a>
						<a class="btn b2" href="/groupes/<?cs var:groupe.id ?>/deplacer">
							<?cs call:ic("folder") ?> Déplacer
						</a>
						<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/nouveau">
							<?cs call:ic("plus") ?> Créer une équipe
						</a>
					<?cs /if ?>
					<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/archiver">
						<?cs call:ic("archive") ?> <?cs if:groupe.etat == "archive" ?>Rouvrir
						<?cs else ?>Archiver
						<?cs /if ?>
					</a>
				</div>
			</section>
		<?cs /if ?>
	</div>
	<aside class="stack g5">
		<section class="panel" aria-labelledby="reperes">
			<h2 id="reperes">Repères</h2>
			<dl class="stack g1">
				<?cs each:f = faits ?>
					<div>
						<dt><?cs var:f.libelle ?></dt>
						<dd><?cs var:f.valeur ?></dd>
					</div>
				<?cs /each ?>
			</dl>
		</section>
		<?cs if:groupe.type_cle != "ensemble" ?>
			<p>
				<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/qui">
					<?cs call:ic("eye") ?> Qui voit ce groupe ?
				</a>
			</p>
			<?cs if:Droits.quitte ?>
				<p><a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/quitter">Quitter le groupe</a></p>
			<?cs /if ?>
		<?cs /if ?>
	</aside>
</div>
