<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Le journal a été retouché
</h1>
<p style="margin:0 0 16px">
	Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. La vérification de cette nuit ne
	retrouve pas la chaîne du journal : une ligne a été changée ou retirée sans passer par l’application.
</p>
<p style="margin:0 0 16px">
	<?cs if:Courriel.ligne ?>
		La première ligne qui ne tient pas est la ligne <?cs var:Courriel.ligne ?>.
	<?cs else ?>Des lignes manquent à la fin.
	<?cs /if ?>
</p>
<?cs if:Courriel.temoin ?>
	<p style="margin:0 0 16px">
		Une tête de chaîne gardée ailleurs n’y est plus : <?cs var:Courriel.temoin ?>
	</p>
<?cs /if ?>
<p style="margin:0">
	N’effacez rien, prévenez votre hébergeur et la personne chargée de la protection des données. Le
	journal : <a href="<?cs var:url_validate(Site.url) ?>/admin/journal">/admin/journal</a>
</p>
<?cs include:"courriel/pied.html.cs" ?>
