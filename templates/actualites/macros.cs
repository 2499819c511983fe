<?cs # What the pages of news draw alike ?>
<?cs def:sorte(a) ?>
	<?cs if:a.sorte == "portrait" || a.sorte == "merci" ?><?cs call:ic("heart") ?>
	<?cs elif:a.sorte == "victoire" ?><?cs call:ic("flag") ?>
	<?cs /if ?>
<?cs /def ?>

<?cs # Who tells it, and when ?>
<?cs def:de_qui(a) ?>
	<?cs var:a.de ?><?cs if:?a.quand ?>, <?cs call:quand(a.quand, a.publie_le) ?><?cs /if ?>
<?cs /def ?>

<?cs def:echos(a) ?>
	<?cs if:a.reactions > #0 || a.commentaires > #0 ?>
		<span class="push">
			<?cs if:a.reactions > #0 ?><?cs var:a.reactions ?> réaction<?cs call:s(a.reactions) ?><?cs /if ?>
			<?cs if:a.reactions > #0 && a.commentaires > #0 ?>, <?cs /if ?>
			<?cs if:a.commentaires > #0 ?>
				<?cs var:a.commentaires ?> commentaire<?cs call:s(a.commentaires) ?>
			<?cs /if ?>
		</span>
	<?cs /if ?>
<?cs /def ?>

<?cs # A line of a short list ?>
<?cs def:breve(a) ?>
	<li class="hit">
		<p class="q"><a href="<?cs var:url_validate(a.url) ?>"><?cs var:a.titre ?></a></p>
		<p class="s m"><?cs call:de_qui(a) ?></p>
	</li>
<?cs /def ?>

<?cs def:fil_actualites() ?>
	<nav aria-label="Fil d’Ariane">
		<ol class="crumbs">
			<li><a href="/">Accueil</a></li>
			<li><a href="/actualites">Actualités</a></li>
			<?cs if:?actualite.id && Page.template != "actualites/fiche.cs" ?>
				<li><a href="<?cs var:url_validate(actualite.url) ?>"><?cs var:actualite.titre ?></a></li>
			<?cs /if ?>
		</ol>
	</nav>
<?cs /def ?>
