<?cs def:branche(liste) ?>
	<ul class="tree">
		<?cs each:g = liste ?>
			<li>
				<a href="/groupes/<?cs var:g.id ?>"><?cs var:g.titre ?></a>
				<?cs if:g.membres > #0 ?> <small><?cs var:g.membres ?></small><?cs /if ?>
				<?cs if:?g.plus ?> <a class="s" href="/groupes/<?cs var:g.id ?>/arbre">
					et <?cs var:g.plus ?> dedans
				</a><?cs /if ?>
				<?cs if:subcount(g.enfants) ?><?cs call:branche(g.enfants) ?><?cs /if ?>
			</li>
		<?cs /each ?>
	</ul>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
		<?cs each:a = Ancetres ?>
			<li><a href="/groupes/<?cs var:a.id ?>/arbre"><?cs var:a.titre ?></a></li>
		<?cs /each ?>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:racine.titre ?></h1>
		<p>Qui est dans quoi : la coordination d’un groupe gère aussi ceux qu’il contient.</p>
	</div>
</div>
<nav class="seg" aria-label="Vue">
	<a href="/groupes">Liste</a>
	<a href="/groupes?vue=carte">Carte</a>
	<a href="/groupes?vue=arbre" aria-current="true">Arbre</a>
</nav>
<nav class="mt" aria-label="Arbre des groupes">
	<?cs if:subcount(arbre) ?><?cs call:branche(arbre) ?>
	<?cs else ?><p>Ce groupe n’en contient pas d’autre.</p>
	<?cs /if ?>
</nav>
