<?cs include:"lettres/etapes.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
		<li><a href="/lettres/<?cs var:lettre.id ?>"><?cs var:lettre.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<h1>Envoyer cette lettre</h1>
</div>
<?cs call:etapes("") ?>
<div class="stack g5">
	<?cs if:subcount(Constats) ?>
		<section class="stack" aria-labelledby="constats">
			<h2 id="constats">À regarder avant</h2>
			<?cs call:constats() ?>
		</section>
	<?cs /if ?>
	<?cs include:"lettres/envoi.cs" ?>
</div>
