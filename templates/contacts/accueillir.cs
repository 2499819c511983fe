<?cs include:"contacts/relais_etat.cs" ?>
<?cs set:Form.responsable.label = "Confier l’accueil à" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/contacts/accueil">Personnes à accueillir</a></li>
	</ol>
</nav>
<div class="head">
	<div class="row nw g5">
		<span class="av xl h<?cs var:contact.teinte ?>" aria-hidden="true">
			<?cs var:contact.initiales ?>
		</span>
		<div class="stack g1">
			<h1><?cs var:contact.prenom ?> <?cs var:contact.nom ?></h1>
			<p>
				Souhaite
				rejoindre <a href="/groupes/<?cs var:relais.groupe_id ?>"><?cs var:relais.groupe ?></a>
				<?cs if:contact.ville ?>, vit à <?cs var:contact.ville ?><?cs /if ?>
			</p>
			<p class="row"><?cs call:relais_etat(relais) ?></p>
		</div>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="cols">
	<aside class="stack g5">
		<section class="panel" aria-labelledby="joindre">
			<h2 id="joindre">Joindre</h2>
			<dl class="stack g1">
				<?cs if:contact.email ?>
					<div>
						<dt>Courriel</dt>
						<dd><a href="mailto:<?cs var:contact.email ?>"><?cs var:contact.email ?></a></dd>
					</div>
				<?cs /if ?>
				<?cs if:contact.telephone ?>
					<div>
						<dt>Téléphone</dt>
						<dd>
							<?cs if:?contact.tel ?>
								<a href="tel:<?cs var:contact.tel ?>"><?cs var:tel(contact.telephone) ?></a>
							<?cs else ?>
								<?cs var:tel(contact.telephone) ?>
							<?cs /if ?>
						</dd>
					</div>
				<?cs /if ?>
			</dl>
			<a class="btn b3" href="/contacts/<?cs var:contact.id ?>">Voir sa fiche</a>
		</section>
		<?cs if:subcount(Liste.responsables) ?>
			<form class="panel stack" method="post" action="/contacts/accueil/<?cs var:relais.id ?>"
					novalidate>
				<?cs call:csrf() ?>
				<?cs each:o = Liste.responsables ?>
					<?cs if:o.valeur == relais.responsable_id ?>
						<?cs set:Liste.responsables[name(o)].choisi = "1" ?>
					<?cs /if ?>
				<?cs /each ?>
				<?cs call:liste("responsable", Liste.responsables, "") ?>
				<button class="btn b2">Confier</button>
			</form>
		<?cs else ?>
			<p class="alert warn">
				<?cs call:ic("warn") ?>
				<span>
					Ce groupe n’a pas de coordination. Le Siège accueille, ou nomme quelqu’un dans HubSpot ou
					dans le groupe.
				</span>
			</p>
		<?cs /if ?>
	</aside>
	<div class="stack g6">
		<section class="stack" aria-labelledby="message">
			<h2 class="ttl" id="message">Un premier message</h2>
			<p class="panel read pre"><?cs var:Message.texte ?></p>
			<?cs if:contact.email ?>
				<p class="row">
					<a class="btn" href="<?cs var:url_validate(Message.lien) ?>">
						<?cs call:ic("mail") ?> Écrire
					</a>
				</p>
			<?cs /if ?>
		</section>
		<section class="stack" aria-labelledby="suite">
			<h2 class="ttl" id="suite">Où en est l’accueil ?</h2>
			<form class="row" method="post" action="/contacts/accueil/<?cs var:relais.id ?>">
				<?cs call:csrf() ?>
				<?cs if:relais.etat != "contacte" ?>
					<button class="btn b2" name="etat" value="contacte">J’ai pris contact</button>
				<?cs /if ?>
				<?cs if:relais.etat != "rejoint" ?>
					<button class="btn b2" name="etat" value="rejoint">A rejoint le groupe</button>
				<?cs /if ?>
				<?cs if:relais.etat != "sans_suite" ?>
					<button class="btn b3" name="etat" value="sans_suite">Sans suite</button>
				<?cs /if ?>
				<?cs if:relais.etat != "a_faire" ?>
					<button class="btn b3" name="etat" value="a_faire">À refaire</button>
				<?cs /if ?>
			</form>
		</section>
	</div>
</div>
