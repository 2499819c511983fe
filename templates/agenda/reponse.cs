<?cs with:v = releve ?>
	<?cs call:erreurs() ?>
	<div class="hero">
		<svg class="ruche" aria-hidden="true"><use href="<?cs var:Asset.icons ?>#ruche"/></svg>
		<div class="head">
			<div class="stack g3">
				<p class="row"><span class="tag o"><?cs var:v.evenement ?></span></p>
				<h1>
					<?cs if:v.tient ?>Merci <?cs var:v.qui ?>, vous y serez
					<?cs elif:v.clos || v.complet ?>Merci <?cs var:v.qui ?>
					<?cs elif:v.reponse == "non" ?>C’est noté, <?cs var:v.qui ?>
					<?cs elif:v.reponse == "repli" ?>Merci <?cs var:v.qui ?>, si personne d’autre ne peut
					<?cs else ?><?cs var:v.qui ?>, pouvez-vous venir ?
					<?cs /if ?>
				</h1>
				<p class="row nw g3">
					<span class="date" aria-hidden="true">
						<small><?cs var:v.mois_court ?></small><?cs var:v.numero ?>
					</span>
					<span class="grow">
						<b><?cs var:v.quand ?></b>
						<br>
						<?cs var:v.poste ?><?cs if:?v.km && v.km != "" ?>, km <?cs var:v.km ?><?cs /if ?>
					</span>
				</p>
			</div>
		</div>
	</div>
	<div class="cols">
		<div class="stack g5">
			<?cs if:v.clos ?>
				<?cs call:alerte("", v.clos) ?>
			<?cs elif:v.complet && !v.tient ?>
				<?cs call:alerte("", "Nous sommes au complet : quelqu’un a répondu avant vous.") ?>
			<?cs else ?>
				<form class="stack g3 mt" method="post" action="<?cs var:url_validate(Ici) ?>">
					<?cs if:!v.jeton ?><?cs call:csrf() ?><?cs /if ?>
					<div class="grid">
						<?cs if:v.tient ?>
							<button class="btn b2" name="r" value="non">Je ne peux plus</button>
						<?cs else ?>
							<button class="btn" name="r" value="oui">
								<?cs call:ic("check") ?> J’y vais
							</button>
							<?cs if:v.reponse != "repli" ?>
								<button class="btn b2" name="r" value="repli">Si personne d’autre</button>
							<?cs /if ?>
							<?cs if:v.reponse != "non" ?>
								<button class="btn b2" name="r" value="non">Je ne peux pas</button>
							<?cs /if ?>
						<?cs /if ?>
					</div>
					<p class="hint">
						Un appui suffit<?cs if:v.jeton ?>, sans mot de passe<?cs /if ?>. Vous pourrez
						changer d’avis jusqu’au début du créneau par le même lien.
					</p>
				</form>
			<?cs /if ?>
			<?cs if:v.mot ?>
				<figure>
					<blockquote>« <?cs var:v.mot ?> »</blockquote>
					<figcaption class="row">
						<span class="s m"><?cs var:v.prenom ?> <?cs var:v.nom ?></span>
					</figcaption>
				</figure>
			<?cs elif:v.prenom ?>
				<p class="s m">De la part <?cs var:de(v.prenom) ?> <?cs var:v.nom ?></p>
			<?cs /if ?>
			<?cs if:!v.clos && !v.complet && !v.tient ?>
				<form class="s m" method="post" action="<?cs var:url_validate(Ici) ?>">
					<?cs if:!v.jeton ?><?cs call:csrf() ?><?cs /if ?>
					<p>
						Places à prendre : <?cs var:v.reste ?>. Personnes à qui c’est
						demandé : <?cs var:v.demandes ?>. Ne pas répondre ne gêne en
						rien : personne ne sera relancé.
					</p>
					<button class="btn b3" name="r" value="jamais">
						Ne plus me solliciter pour cette édition
					</button>
				</form>
			<?cs /if ?>
		</div>
		<aside class="mt">
			<section class="panel" aria-labelledby="bon">
				<h2 id="bon">Bon à savoir</h2>
				<ul class="rows">
					<?cs if:subcount(v.gens) ?>
						<li class="row nw g3">
							<span class="ico"><?cs call:ic("groups") ?></span>
							<p class="by grow">
								<?cs each:g = v.gens ?>
									<?cs var:g.prenom ?><?cs if:!last(g) ?>, <?cs /if ?>
								<?cs /each ?>
								<small>Déjà sur ce créneau</small>
							</p>
						</li>
					<?cs /if ?>
					<?cs if:v.lieu ?>
						<li class="row nw g3">
							<span class="ico"><?cs call:ic("pin") ?></span>
							<p class="by grow"><?cs var:v.lieu ?></p>
						</li>
					<?cs /if ?>
					<?cs if:v.formation ?>
						<li class="row nw g3">
							<span class="ico"><?cs call:ic("cap") ?></span>
							<p class="by grow">
								<?cs var:v.formation ?>
								<small>Vous l’avez, elle compte ce jour-là</small>
							</p>
						</li>
					<?cs /if ?>
					<li class="row nw g3">
						<span class="ico"><?cs call:ic("clock") ?></span>
						<p class="by grow">
							<?cs var:v.pris ?> sur <?cs var:v.maximum ?>
							<small>Places prises pour l’instant</small>
						</p>
					</li>
				</ul>
			</section>
		</aside>
	</div>
<?cs /with ?>
