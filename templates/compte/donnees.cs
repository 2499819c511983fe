<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Mes données</h1>
		<p>Tout ce que cet espace garde sur vous.</p>
	</div>
	<div class="row">
		<form method="post" action="/compte/donnees/archive">
			<?cs call:csrf_seul() ?>
			<button class="btn"><?cs call:ic("get") ?> Tout télécharger, avec mes fichiers</button>
		</form>
		<a class="btn b2" href="/compte/donnees.json" download="mes-donnees.json">JSON</a>
	</div>
</div>
<div class="read stack g5">
	<section aria-labelledby="fiche">
		<h2 id="fiche">Votre fiche</h2>
		<dl class="stack g1">
			<?cs each:c = champs ?>
				<div>
					<dt><?cs var:c.libelle ?> <?cs call:cadenas() ?></dt>
					<dd><?cs var:c.valeur ?></dd>
				</div>
			<?cs /each ?>
			<?cs each:v = valeurs ?>
				<?cs if:v.origine == "plateforme" ?>
					<div>
						<dt><?cs var:v.libelle ?></dt>
						<dd><?cs var:v.libelle_valeur ?></dd>
					</div>
				<?cs /if ?>
			<?cs /each ?>
			<?cs if:?contact.bio && contact.bio != "" ?>
				<div>
					<dt>Présentation</dt>
					<dd><?cs var:contact.bio ?></dd>
				</div>
			<?cs /if ?>
		</dl>
		<p class="s m">
			Le cadenas marque ce qui vient de la base de contacts <?cs var:de(Site.org) ?>
			<?cs if:?contact.hubspot_id ?>
				, où votre fiche porte le numéro <?cs var:contact.hubspot_id ?>
			<?cs /if ?>.
		</p>
	</section>
	<section aria-labelledby="groupes">
		<h2 id="groupes">Vos groupes</h2>
		<?cs if:subcount(groupes) ?>
			<ul>
				<?cs each:g = groupes ?>
					<li>
						<?cs if:g.titre ?><?cs var:g.titre ?>
						<?cs else ?>Un groupe que vous ne voyez plus
						<?cs /if ?> (<?cs var:g.role ?>), depuis le <?cs var:g.debut ?>
						<?cs if:?g.fin && g.fin != "" ?> jusqu’au <?cs var:g.fin ?><?cs /if ?>
					</li>
				<?cs /each ?>
			</ul>
		<?cs else ?>
			<p>Aucun.</p>
		<?cs /if ?>
	</section>
	<section aria-labelledby="compte">
		<h2 id="compte">Votre compte</h2>
		<p>
			Ouvert le <?cs var:compte.cree_le ?>. Mot de passe : <?cs if:compte.mot_de_passe ?>
				choisi, nous n’en gardons qu’une empreinte
			<?cs else ?>
				aucun
			<?cs /if ?>. Appareils connectés : <?cs var:subcount(sessions) ?>.
			Programmes : <?cs var:subcount(jetons) ?>.
		</p>
	</section>
	<?cs def:combien(nom, liste) ?>
		<?cs if:subcount(liste) ?>
			<div>
				<dt><?cs var:nom ?></dt>
				<dd><?cs var:subcount(liste) ?></dd>
			</div>
		<?cs /if ?>
	<?cs /def ?>
	<section aria-labelledby="ecrits">
		<h2 id="ecrits">Ce que vous avez écrit et choisi</h2>
		<dl class="stack g1">
			<?cs call:combien("Messages", messages) ?>
			<?cs call:combien("Publications", publications) ?>
			<?cs call:combien("Commentaires", commentaires) ?>
			<?cs call:combien("Réactions", reactions) ?>
			<?cs call:combien("Votes", votes) ?>
			<?cs call:combien("Réponses à des dates et à des quiz", reponses) ?>
			<?cs call:combien("Actions prises en charge", actions) ?>
			<?cs call:combien("Fichiers déposés", fichiers) ?>
			<?cs call:combien("Segments", segments) ?>
			<?cs call:combien("Demandes aux groupes", demandes) ?>
			<?cs call:combien("Suivis et sourdines", suivis) ?>
			<?cs call:combien("Signalements", signalements) ?>
			<?cs call:combien("Notifications reçues", notifications) ?>
		</dl>
		<p class="s m">Le fichier contient chacun de ces textes et de ces choix.</p>
	</section>
	<section aria-labelledby="courriels">
		<h2 id="courriels">Courriels envoyés par cet espace</h2>
		<?cs if:subcount(courriels) ?>
			<ul>
				<?cs each:m = courriels ?>
					<?cs if:name(m) < #20 ?><li><?cs var:m.sujet ?>, le <?cs var:m.cree_le ?></li><?cs /if ?>
				<?cs /each ?>
			</ul>
			<?cs if:subcount(courriels) > #20 ?>
				<p class="s m">Les 20 derniers ; tous sont dans le fichier.</p>
			<?cs /if ?>
		<?cs else ?>
			<p>Aucun.</p>
		<?cs /if ?>
	</section>
	<section aria-labelledby="notes">
		<h2 id="notes">Notes d’accompagnement</h2>
		<?cs if:?Notes.dites ?>
			<?cs if:subcount(notes) ?>
				<ul>
					<?cs each:n = notes ?>
						<li><?cs var:n.texte ?> <span class="s m">(<?cs var:n.cree_le ?>)</span></li>
					<?cs /each ?>
				</ul>
			<?cs else ?>
				<p>Aucune.</p>
			<?cs /if ?>
		<?cs else ?>
			<p>
				La coordination et l’équipe salariée peuvent noter ce qui aide à vous accompagner. Ces notes
				font partie de vos données : <a href="/public/contact">demandez-les au Siège</a>, qui vous les
				remet.
			</p>
		<?cs /if ?>
	</section>
	<section aria-labelledby="journal">
		<h2 id="journal">Journal</h2>
		<p>
			Ce que vous avez fait ici, et ce qui a été changé dans votre
			fiche : <?cs var:subcount(journal) ?> lignes, dans le
			fichier. <a href="/compte/connexions">Voir mes connexions</a>.
		</p>
	</section>
	<section aria-labelledby="droits">
		<h2 id="droits">Vos droits</h2>
		<ul class="links">
			<li><a href="/public/donnees">Ce que nous faisons de vos données</a></li>
			<li>
				<a href="/compte/droits">Mes accords ; faire rectifier, m’opposer, limiter, faire effacer</a>
			</li>
		</ul>
	</section>
</div>
