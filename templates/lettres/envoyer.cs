<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
		<li><a href="/lettres/<?cs var:lettre.id ?>"><?cs var:lettre.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<h1>Envoyer cette lettre</h1>
</div>
<?cs if:subcount(Constats) ?>
	<section class="card stack" aria-labelledby="constats">
		<h2 id="constats">À regarder avant</h2>
		<ul>
			<?cs each:c = Constats ?>
				<li>
					<?cs if:c.gravite == "bloque" ?><b>À corriger</b><?cs /if ?>
					<?cs if:c.lien ?>
						<a href="<?cs var:url_validate(c.lien) ?>"><?cs var:c.phrase ?></a>
					<?cs else ?>
						<?cs var:c.phrase ?>
					<?cs /if ?>
				</li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
<?cs include:"lettres/envoi.cs" ?>
