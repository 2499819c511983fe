<div class="head" id="tete" data-live="moi">
	<div>
		<h1>Notifications</h1>
		<p><?cs if:a_lire > #0 ?><?cs var:Menu.bell.texte ?> à lire<?cs else ?>Tout est lu<?cs /if ?></p>
	</div>
	<?cs if:a_lire > #0 ?>
		<form method="post" action="/notifications/lues">
			<?cs call:csrf() ?><button class="btn b2"><?cs call:ic("check") ?> Tout marquer comme lu</button>
		</form>
	<?cs /if ?>
</div>
<nav class="tabs" aria-label="Notifications">
	<a href="/notifications" aria-current="page">Ce qui arrive</a>
	<a href="/notifications/preferences">Mes choix</a>
	<a href="/notifications/suivis">Ce que je suis</a>
</nav>
<div id="liste" data-live="moi">
	<?cs if:subcount(items) ?>
		<ul class="rows" aria-label="Notifications">
			<?cs each:n = items ?>
				<li class="hit row nw g3">
					<span class="ico"><?cs call:ic(n.icone) ?></span>
					<form class="grow" method="post" action="/notifications/<?cs var:n.id ?>/ouvrir">
						<?cs call:csrf() ?>
						<p class="q">
							<button>
								<?cs if:n.nouvelle ?><b><?cs var:n.phrase ?></b>
								<?cs else ?><?cs var:n.phrase ?>
								<?cs /if ?>
							</button>
						</p>
						<p class="s m">
							<?cs call:quand(n.quand, n.cree_le) ?>
							<?cs if:?n.derniere ?>, <?cs var:n.derniere ?><?cs /if ?>
						</p>
					</form>
					<?cs if:n.nouvelle ?><span class="tag ok">Nouveau</span><?cs /if ?>
				</li>
			<?cs /each ?>
		</ul>
		<?cs call:pager(Pager) ?>
	<?cs else ?>
		<div class="empty">
			<?cs call:ic("bell") ?>
			<h2>Rien pour l’instant</h2>
			<p>Ici s’affichent les réponses, les mentions et ce qui se passe dans vos groupes.</p>
			<p><a class="btn b2" href="/notifications/preferences">Choisir ce qui m’est dit</a></p>
		</div>
	<?cs /if ?>
</div>
