<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/messages">Messages</a></li>
		<li><a href="/messages/<?cs var:conversation.id ?>"><?cs var:conversation.nom ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Personnes de la conversation</h1>
		<p>
			<?cs var:nb(conversation.nombre) ?> personne<?cs call:s(conversation.nombre) ?> lisent cette
			conversation.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack g5 read">
	<?cs if:subcount(participants) ?>
		<ul class="rows">
			<?cs each:p = participants ?>
				<li class="row nw">
					<?cs call:qui(p, "") ?>
					<?cs if:?Retirer && p.id != User.id ?>
						<form class="push" method="post"
								action="/messages/<?cs var:conversation.id ?>/retirer">
							<?cs call:csrf() ?>
							<button class="btn b3" name="contact" value="<?cs var:p.id ?>" data-confirm="Cette
										personne ne pourra plus lire la conversation. Les autres le verront."
									data-verb="Retirer">
								Retirer<span class="vh"> <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
							</button>
						</form>
					<?cs /if ?>
				</li>
			<?cs /each ?>
		</ul>
		<?cs call:pager(Pager) ?>
	<?cs else ?>
		<p class="m">La liste des destinataires n’est montrée qu’à la personne qui a écrit.</p>
	<?cs /if ?>
	<?cs if:?Ajouter ?>
		<section class="stack g3" aria-labelledby="ajouter">
			<h2 id="ajouter">Ajouter une personne</h2>
			<p class="m">
				<?cs if:conversation.nombre > #2 ?>
					Elle lira tout ce qui a déjà été écrit ici, et les autres verront son arrivée.
				<?cs else ?>
					Ce que vous vous êtes écrit à deux reste entre vous : une conversation à trois s’ouvrira.
				<?cs /if ?>
			</p>
			<form class="row" method="get" action="/messages/<?cs var:conversation.id ?>/personnes"
					role="search" aria-label="Chercher une personne">
				<div class="find grow">
					<label class="vh" for="pq">Prénom ou nom</label>
					<?cs call:ic("search") ?>
					<input type="search" id="pq" name="q" maxlength="100" value="<?cs var:Q ?>"
						placeholder="Prénom ou nom">
				</div>
				<button class="btn b2">Chercher</button>
			</form>
			<?cs if:subcount(Trouvees) ?>
				<ul class="rows" aria-label="Personnes trouvées">
					<?cs each:p = Trouvees ?>
						<li>
							<form class="row" method="post"
									action="/messages/<?cs var:conversation.id ?>/personnes">
								<?cs call:csrf() ?>
								<input type="hidden" name="contact" value="<?cs var:p.id ?>">
								<span class="who">
									<?cs call:av(p) ?>
									<span>
										<?cs var:p.prenom ?> <?cs var:p.nom ?>
										<?cs if:p.ou ?> <small><?cs var:p.ou ?></small><?cs /if ?>
									</span>
								</span>
								<button class="btn b2 push">
									Ajouter<span class="vh"> <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
								</button>
							</form>
						</li>
					<?cs /each ?>
				</ul>
			<?cs elif:Q ?>
				<p class="m">Aucune personne de ce nom à qui vous puissiez écrire.</p>
			<?cs /if ?>
		</section>
	<?cs /if ?>
	<?cs if:conversation.participe ?>
		<section class="stack g3" aria-labelledby="quitter">
			<h2 id="quitter">Quitter la conversation</h2>
			<p class="m">
				Les autres gardent tout ce qui a été écrit, et voient que vous êtes parti-e. Vous ne pourrez
				plus la lire.
			</p>
			<form method="post" action="/messages/<?cs var:conversation.id ?>/quitter">
				<?cs call:csrf() ?>
				<button class="btn bad" data-confirm="Vous ne pourrez plus lire cette conversation."
						data-verb="Quitter la conversation">
					Quitter la conversation
				</button>
			</form>
		</section>
	<?cs /if ?>
</div>
