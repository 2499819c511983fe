<?cs set:Form.texte.label = "Texte" ?>
<?cs set:Form.texte.facultatif = "1" ?>
<?cs set:Form.texte.aide = "Vide : le texte d’origine revient." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/pages">Charte et mentions légales</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.titre ?></h1>
		<p>
			<?cs if:?Page.usuel ?>C’est le texte d’origine : complétez-le avec les mots de l’association.
			<?cs else ?>Ce que vous enregistrez est aussitôt lu par tout le monde, sans se connecter.
			<?cs /if ?>
		</p>
	</div>
	<a class="btn b2" href="/public/<?cs var:Page.nom ?>"><?cs call:ic("eye") ?> Voir la page</a>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/admin/pages/<?cs var:Page.nom ?>" novalidate>
	<?cs call:csrf() ?>
	<?cs call:editeur("texte", "20") ?>
	<?cs if:?Lue.comptes ?>
		<label class="ck">
			<input type="checkbox" name="substance" value="1">
			<span>Le texte change en substance : chaque personne le relit à sa prochaine visite</span>
		</label>
		<p class="hint">Sans cette case, une correction ne redemande rien à personne.</p>
	<?cs /if ?>
	<div class="row">
		<button class="btn">Enregistrer</button>
		<a class="btn b3" href="/admin/pages">Revenir sans changer</a>
	</div>
</form>
<?cs if:?Lue.comptes ?>
	<p class="mt">
		Ont lu le texte en vigueur : <b><?cs var:Lue.lue ?></b> personne<?cs call:s(Lue.lue) ?>
		sur <?cs var:Lue.comptes ?>.
	</p>
<?cs /if ?>
<?cs if:subcount(versions) ?>
	<section class="stack g3 mt" aria-labelledby="avant">
		<h2 class="ttl" id="avant">Versions</h2>
		<ol class="rows">
			<?cs each:v = versions ?>
				<li class="row">
					<div class="grow">
						<p class="s m">
							<?cs call:quand(v.quand, v.ecrit_le) ?>
							<?cs if:v.par ?>, <?cs var:v.par ?><?cs /if ?>
							<?cs if:v.substance ?> <span class="tag">À relire</span><?cs /if ?>
						</p>
						<p>
							<?cs if:v.extrait ?><?cs var:v.extrait ?><?cs else ?>Le texte d’origine<?cs /if ?>
						</p>
					</div>
					<form method="post" action="/admin/pages/<?cs var:Page.nom ?>">
						<?cs call:csrf() ?>
						<button class="btn b2" name="version" value="<?cs var:v.id ?>">
							Reprendre ce texte<span class="vh">, <?cs var:v.quand ?></span>
						</button>
					</form>
				</li>
			<?cs /each ?>
		</ol>
	</section>
<?cs /if ?>
