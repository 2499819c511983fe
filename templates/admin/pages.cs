<div class="head">
	<div>
		<h1>Charte et mentions légales</h1>
		<p>Les pages dont les mots sont ceux de l’association.</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<ul class="rows">
	<?cs each:p = items ?>
		<li class="hit">
			<h2 class="q"><a href="/admin/pages/<?cs var:p.nom ?>"><?cs var:p.titre ?></a></h2>
			<p class="s m">
				<?cs if:p.versions.0.Texte ?>
					Écrite
					par <?cs var:p.versions.0.par ?>, <?cs call:quand(p.versions.0.quand,
						p.versions.0.ecrit_le) ?>
				<?cs else ?>
					Le texte d’origine
				<?cs /if ?>
			</p>
		</li>
	<?cs /each ?>
</ul>
