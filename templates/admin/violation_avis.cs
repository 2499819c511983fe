<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin/violation">Violation de données</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Notification de violation</h1>
		<p>
			À déposer sur notifications.cnil.fr avant le <?cs var:Violation.avant ?>. Cette page s’imprime.
		</p>
	</div>
</div>
<article class="read">
	<h2>Responsable du traitement</h2>
	<p><?cs var:Site.org ?></p>
	<h2>Délégué à la protection des données</h2>
	<p>
		<?cs if:Dpo.nom || Dpo.adresse ?>
			<?cs var:Dpo.nom ?> <?cs var:Dpo.adresse ?>
		<?cs else ?>
			Personne n’est nommé.
		<?cs /if ?>
	</p>
	<h2>Nature de la violation</h2>
	<p><?cs var:Violation.nature ?></p>
	<h2>Quand</h2>
	<p>
		Du <?cs var:Violation.debut ?> au <?cs var:Violation.fin ?>. Connue
		le <?cs var:Violation.connue ?>.
	</p>
	<h2>Personnes touchées</h2>
	<p>
		<?cs var:Violation.personnes.texte ?>, parmi les bénévoles, les militant-e-s et les salarié-e-s de
		l’association.
	</p>
	<h2>Données touchées</h2>
	<p>Identité, coordonnées et engagement, selon ces actes :</p>
	<ul>
		<?cs each:a = actes ?><li><?cs var:a.acte ?> : <?cs var:a.n ?></li><?cs /each ?>
	</ul>
	<h2>Conséquences probables</h2>
	<p><?cs var:Violation.consequences ?></p>
	<h2>Mesures prises ou prévues</h2>
	<p><?cs var:Violation.mesures ?></p>
</article>
