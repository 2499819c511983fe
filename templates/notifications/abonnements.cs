<div class="head">
	<div>
		<h1>Ce que je suis</h1>
		<p>
			Vous êtes prévenu-e de ce qui s’y passe. La sourdine fait taire le reste : seules les mentions
			passent.
		</p>
	</div>
</div>
<nav class="tabs" aria-label="Notifications">
	<a href="/notifications">Ce qui arrive</a>
	<a href="/notifications/preferences">Mes choix</a>
	<a href="/notifications/suivis" aria-current="page">Ce que je suis</a>
</nav>
<?cs if:subcount(items) ?>
	<ul class="rows" aria-label="Ce que je suis">
		<?cs each:s = items ?>
			<li class="row nw g3">
				<p class="grow">
					<?cs var:s.titre ?><?cs if:s.muet ?> <span class="tag warn">En sourdine</span><?cs /if ?>
				</p>
				<form method="post" action="/notifications/suivre">
					<?cs call:csrf() ?>
					<input type="hidden" name="objet" value="<?cs var:s.id ?>">
					<input type="hidden" name="retour" value="/notifications/suivis">
					<button class="btn b3" name="etat" value="0">
						<?cs if:s.muet ?>Réactiver<?cs else ?>Ne plus suivre<?cs /if ?>
						<span class="vh"> <?cs var:s.titre ?></span>
					</button>
				</form>
			</li>
		<?cs /each ?>
	</ul>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("bell") ?>
		<h2>Vous ne suivez rien en particulier</h2>
		<p>
			Sur un groupe, une publication ou une fiche, le bouton « Suivre » vous tient au courant de ce qui
			s’y passe.
		</p>
	</div>
<?cs /if ?>
