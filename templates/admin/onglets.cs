<?cs # The tabs of the administration: those that the reader may open (cgi-bin/admin/admin.c) ?>
<?cs if:subcount(Onglets) > #1 ?>
	<nav class="tabs" aria-label="Administration">
		<?cs each:o = Onglets ?>
			<a href="<?cs var:url_validate(o.url) ?>"<?cs if:?o.ici ?> aria-current="page"<?cs /if ?>>
				<?cs var:o.titre ?>
				<?cs if:o.url == "/admin/demandes" && ?Demandes.ouvertes && Demandes.ouvertes != "0" ?>
					<span class="tag"><?cs var:Demandes.ouvertes.texte ?></span>
				<?cs /if ?>
			</a>
		<?cs /each ?>
	</nav>
<?cs /if ?>
