<div class="head">
	<div>
		<h1>Aide</h1>
		<p>
			Des guides courts, un par tâche. Vous ne trouvez
			pas ? <a href="/public/contact">Écrivez au Siège</a>. Quelque chose ne
			marche pas ? <a href="/messages/probleme">Signaler un problème</a>.
		</p>
		<?cs if:Nouveautes.le ?>
			<p><a href="/aide/nouveautes">Nouveautés</a>, la dernière du <?cs var:Nouveautes.le ?>.</p>
		<?cs /if ?>
	</div>
</div>
<?cs if:subcount(items) ?>
	<ul class="grid" aria-label="Guides">
		<?cs each:i = items ?>
			<li class="card hit">
				<h2 class="q"><a href="<?cs var:url_validate(i.url) ?>"><?cs var:i.titre ?></a></h2>
				<?cs if:?i.texte ?><p class="s m"><?cs var:i.texte ?></p><?cs /if ?>
			</li>
		<?cs /each ?>
	</ul>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("help") ?>
		<h2>Les guides arrivent</h2>
		<p>En attendant, le Siège répond à vos questions.</p>
		<p><a class="btn b2" href="/public/contact">Contacter le Siège</a></p>
	</div>
<?cs /if ?>
