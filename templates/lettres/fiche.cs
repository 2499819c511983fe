<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
	</ol>
</nav>
<div class="head">
	<h1><?cs var:lettre.titre ?></h1>
</div>
<?cs if:Droits.ecrit ?>
	<div class="row">
		<form method="post" action="/lettres/<?cs var:lettre.id ?>/copier">
			<?cs call:csrf() ?>
			<button class="btn b2"><?cs call:ic("pen") ?> Dupliquer cette lettre</button>
		</form>
		<form method="post" action="/lettres/<?cs var:lettre.id ?>/modele">
			<?cs call:csrf() ?>
			<button class="btn b3"><?cs call:ic("folder") ?> Enregistrer comme modèle</button>
		</form>
	</div>
<?cs /if ?>
<p class="row">
	<?cs if:lettre.commence_le || lettre.fini_le ?>
		<a class="btn b2" href="/lettres/<?cs var:lettre.id ?>/lire"><?cs call:ic("eye") ?> Lire</a>
		<a class="btn b2" href="/lettres/<?cs var:lettre.id ?>/rapport"><?cs call:ic("chart") ?> Rapport</a>
	<?cs else ?>
		<a class="btn b2" href="/lettres/<?cs var:lettre.id ?>/repetition">
			<?cs call:ic("user") ?> Répétition
		</a>
	<?cs /if ?>
</p>
<?cs include:"lettres/envoi.cs" ?>
