<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
		<li>
			<a href="/contacts/<?cs var:contact.id ?>"><?cs var:contact.prenom ?> <?cs var:contact.nom ?></a>
		</li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Corriger mes informations</h1>
		<p>
			Ces données sont tenues par le Siège dans HubSpot. Corrigées là-bas, elles reviennent ici
			d’elles-mêmes.
		</p>
	</div>
</div>
<div class="stack g5 read">
	<section class="panel" aria-labelledby="connu">
		<h2 id="connu">Ce que nous savons <?cs call:origine("hubspot") ?></h2>
		<dl class="stack g1">
			<?cs each:v = Formulaire.valeurs ?>
				<div>
					<dt><?cs var:v.libelle ?></dt>
					<dd><?cs var:v.texte ?></dd>
				</div>
			<?cs /each ?>
		</dl>
		<?cs if:?sync.age ?><p class="s m"><?cs call:ic("sync") ?> <?cs var:sync.age ?></p><?cs /if ?>
	</section>
	<?cs if:?Formulaire.script ?>
		<section class="panel stack" id="formulaire" aria-labelledby="form-t" data-hubspot>
			<h2 id="form-t">Le formulaire de HubSpot</h2>
			<p class="alert warn" id="form-bloque" hidden>
				<?cs call:ic("warn") ?>
				<span>
					Le formulaire n’arrive pas : votre navigateur ou votre réseau le
					bloque. <?cs if:Formulaire.partage ?>
						<a href="<?cs var:url_validate(Formulaire.partage) ?>" rel="noreferrer">
							Ouvrez-le dans sa propre page
						</a>, il sera vide.
					<?cs else ?>
						<a href="/public/contact">Écrivez au Siège</a>, qui corrigera à la source.
					<?cs /if ?>
				</span>
			</p>
			<p class="alert ok" id="form-envoye" role="status" hidden>
				<?cs call:ic("check") ?>
				<span>
					Merci. HubSpot a reçu vos corrections ; elles seront ici dans une minute environ, parfois
					quelques minutes.
				</span>
			</p>
			<div class="hs-form-frame" data-region="<?cs var:Formulaire.region ?>"
				data-form-id="<?cs var:Formulaire.guid ?>"
				data-portal-id="<?cs var:Formulaire.portail ?>"></div>
			<ul hidden>
				<?cs each:v = Formulaire.valeurs ?>
					<li data-propriete="<?cs var:v.propriete ?>" data-valeur="<?cs var:v.valeur ?>"></li>
				<?cs /each ?>
				<li data-propriete="essaim_preuve" data-valeur="<?cs var:Formulaire.preuve ?>"></li>
			</ul>
			<script src="<?cs var:url_validate(Formulaire.script) ?>" defer></script>
			<noscript>
				<p>
					Ce formulaire a besoin de JavaScript.
					<?cs if:Formulaire.partage ?> <a href="<?cs var:url_validate(Formulaire.partage) ?>"
								rel="noreferrer">
							Sa propre page
						</a> aussi ;
					<?cs /if ?> sinon, <a href="/public/contact">écrivez au Siège</a>.
				</p>
			</noscript>
		</section>
	<?cs elif:Formulaire.guid ?>
		<section class="stack">
			<h2>Corriger dans le formulaire de HubSpot</h2>
			<p>
				Il est fourni par HubSpot, qui verra que vous l’ouvrez et peut déposer des cookies. C’est
				pourquoi il ne se charge que si vous le demandez. Il sera rempli avec ce que nous savons.
			</p>
			<p>
				Ce que vous y changez revient ici en une minute environ. Votre adresse courriel sert à vous
				reconnaître : pour en changer, <a href="/public/contact">écrivez au Siège</a>.
			</p>
			<p class="row">
				<a class="btn" href="/contacts/<?cs var:contact.id ?>/corriger?charger=1#formulaire">
					Charger le formulaire
				</a>
				<?cs if:Formulaire.partage ?>
					<a class="btn b3" href="<?cs var:url_validate(Formulaire.partage) ?>" rel="noreferrer">
						L’ouvrir dans sa propre page
					</a>
				<?cs /if ?>
			</p>
		</section>
	<?cs else ?>
		<section class="stack">
			<h2>Demander une correction</h2>
			<p>
				Dites au Siège ce qui est à corriger : la correction faite dans HubSpot arrive ici en une
				minute environ.
			</p>
			<?cs set:Demande.texte = "Bonjour, voici ce qui est à corriger dans mes informations : " ?>
			<?cs call:demander_mot("Corriger mes informations", Demande.texte, "Demander la correction",
				"c") ?>
		</section>
	<?cs /if ?>
</div>
