<div class="head">
	<div>
		<h1>Qui voit ceci ?</h1>
		<p><a href="<?cs var:url_validate(objet.url) ?>"><?cs var:objet.titre ?></a></p>
	</div>
</div>
<div class="stack g5 read">
	<p>
		<b>
			<?cs if:qui.total > #1 ?><?cs var:nb(qui.total) ?> personnes
			<?cs elif:qui.total == #1 ?>Une seule personne
			<?cs else ?>Personne
			<?cs /if ?>
		</b> <?cs if:qui.total > #1 ?>peuvent
		<?cs elif:qui.total == #1 ?>peut
		<?cs else ?>ne peut
		<?cs /if ?> voir ceci aujourd’hui. Ce compte vient du même contrôle que l’accès lui-même.
	</p>
	<section aria-labelledby="cercles">
		<h2 class="ttl" id="cercles">Par cercle</h2>
		<ul class="rows">
			<?cs each:p = qui.publics ?>
				<li class="row nw g3">
					<div class="grow">
						<b><?cs var:p.titre ?></b> <span class="s m">
							<?cs if:p.droit == #3 ?>voit et gère
							<?cs elif:p.droit == #2 ?>voit et participe
							<?cs else ?>voit
							<?cs /if ?>
						</span>
					</div>
					<span><?cs var:p.n ?></span>
				</li>
			<?cs /each ?>
		</ul>
		<p class="s m">
			Une personne peut être dans plusieurs cercles : elle n’est comptée qu’une fois dans le total.
		</p>
	</section>
	<?cs if:subcount(personnes) ?>
		<section aria-labelledby="noms">
			<h2 class="ttl" id="noms">Les personnes que vous pouvez voir</h2>
			<ul class="grid">
				<?cs each:p = personnes ?><li><?cs call:qui(p, "") ?></li><?cs /each ?>
			</ul>
			<?cs call:suite(Pager) ?>
		</section>
	<?cs /if ?>
	<?cs if:!objet.dit ?>
		<p class="m">La liste des destinataires n’est montrée qu’à la personne qui a écrit.</p>
	<?cs /if ?>
</div>
