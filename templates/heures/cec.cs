<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/heures">Mes heures</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Compte d’engagement citoyen</h1>
		<p>Une partie de votre engagement peut vous ouvrir des droits à la formation.</p>
	</div>
</div>
<div class="read stack">
	<?cs if:concerne ?>
		<p>
			Vous coordonnez un groupe ou siégez dans une instance : vous pouvez être
			concerné-e. En <?cs var:an ?>, <b><?cs var:duree ?></b> ont été validées ici.
		</p>
	<?cs else ?>
		<p>
			Ce compte est pour qui siège dans l’instance dirigeante ou encadre des bénévoles.
			D’après votre fiche, ce n’était pas votre cas en <?cs var:an ?>. Si vous pensez le contraire,
			parlez-en à votre coordination.
		</p>
	<?cs /if ?>
	<h2>Ce qu’il faut</h2>
	<ul>
		<li>
			200 h dans l’année, dont 100 h dans une même association
			<?cs if:concerne && assez ?> (ici, c’est atteint)
			<?cs elif:concerne ?> (ici, ce n’est pas atteint)
			<?cs /if ?>.
		</li>
		<li>Siéger dans l’instance dirigeante, ou encadrer d’autres bénévoles.</li>
		<li>Déclarer soi-même ces heures avant le 30 juin <?cs var:suivante ?>.</li>
		<li>Une personne de l’association les valide avant le 31 décembre <?cs var:suivante ?>.</li>
	</ul>
	<p>L’engagement ainsi reconnu donne 240 € de droits à la formation.</p>
	<?cs if:subcount(missions) ?>
		<h2>Vos heures validées en <?cs var:an ?></h2>
		<ul>
			<?cs each:m = missions ?><li><?cs var:m.titre ?> : <?cs var:m.duree ?></li><?cs /each ?>
		</ul>
	<?cs /if ?>
	<p><a class="btn b2" href="https://lecompteasso.associations.gouv.fr/">Déclarer sur Le Compte Asso</a></p>
</div>
