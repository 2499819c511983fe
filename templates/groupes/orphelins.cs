<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Groupes sans coordination</h1>
		<p>
			Personne n’y a plus ce rôle, ou plus d’accès. Les groupes du dessus et le Siège les gèrent en
			attendant.
		</p>
	</div>
	<?cs call:exporter("/groupes/sans-coordination", "") ?>
</div>
<?cs if:subcount(items) ?>
	<p><b><?cs var:nb(total) ?> groupe<?cs call:s(total) ?></b></p>
	<ul class="rows" aria-label="Groupes sans coordination">
		<?cs each:g = items ?>
			<li class="row nw">
				<a class="who grow" href="/groupes/<?cs var:g.id ?>/membres">
					<?cs call:sigle(g) ?>
					<span>
						<?cs var:g.titre ?> <small>
							<?cs if:?g.depuis ?>
								<?cs if:g.eue ?>depuis le <?cs else ?>jamais eu, créé le <?cs /if ?>
								<?cs var:g.depuis ?>, <?cs /if ?>
							<?cs var:nb(g.membres) ?> membre<?cs call:s(g.membres) ?>
						</small>
					</span>
				</a>
			</li>
		<?cs /each ?>
	</ul>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("check") ?>
		<h2>Tous les groupes sont coordonnés</h2>
		<p>Rien à faire ici.</p>
	</div>
<?cs /if ?>
