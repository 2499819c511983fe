<div class="head">
	<div>
		<h1>Valeurs et charte</h1>
		<p>
			<?cs if:!Charte.due ?>Vous l’avez lue et la partagez. Merci.
			<?cs elif:Charte.avant ?>Ce texte a changé : relisez-le avant de continuer.
			<?cs else ?>Ce que nous partageons ici, à lire une fois avant d’entrer.
			<?cs /if ?>
		</p>
	</div>
</div>
<article class="read stack">
	<?cs # made by texte_html(): safe ?>
	<?cs uvar:Charte.Html ?>
</article>
<?cs if:Charte.due ?>
	<form class="row mt" method="post" action="/compte/charte">
		<?cs call:csrf() ?>
		<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
		<button class="btn"><?cs call:ic("check") ?> J’ai lu ce texte et je le partage</button>
	</form>
<?cs /if ?>
