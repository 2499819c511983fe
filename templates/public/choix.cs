<?cs # What the pages of a link that ends mails have in common: which mails, and where to go next ?>
<?cs def:genres_dits() ?>
	<?cs if:subcount(desinscription.genres) ?>
		<ul>
			<?cs each:g = desinscription.genres ?><li><?cs var:g.libelle ?></li><?cs /each ?>
		</ul>
	<?cs /if ?>
<?cs /def ?>

<?cs def:ou_aller() ?>
	<p class="row">
		<?cs if:desinscription.genre == "invitation" ?><a class="btn b2" href="/">Aller à l’accueil</a>
		<?cs else ?><a class="btn b2" href="/notifications/preferences">Voir tous mes choix</a>
		<?cs /if ?>
	</p>
<?cs /def ?>
