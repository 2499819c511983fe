<div class="empty">
	<?cs call:ic("search") ?>
	<h1>Nous ne trouvons pas cette page</h1>
	<p>
		Elle a peut-être été déplacée ou retirée, ou elle n’est pas ouverte à tout le monde. Cherchez ce que
		vous vouliez voir, ou repartez de l’accueil.
	</p>
	<?cs if:?User.id ?>
		<form class="row" role="search" action="/recherche" aria-label="Chercher dans l’espace">
			<div class="find grow">
				<label class="vh" for="f-q">Rechercher dans tout l’espace</label>
				<?cs call:ic("search") ?>
				<input type="search" id="f-q" name="q" maxlength="200" placeholder="Une personne, un groupe…">
			</div>
			<button class="btn">Chercher</button>
		</form>
	<?cs /if ?>
	<p class="row">
		<a class="btn b2" href="/">Revenir à l’accueil</a>
		<a class="btn b3" href="/public/plan">Plan du site</a>
		<?cs call:signaler("btn b3") ?>
	</p>
	<p class="s">Code <?cs var:Page.status ?></p>
</div>
