<?cs # How far a right reaches, in words ?>
<?cs def:portee(n) ?>
	<?cs if:n == #2 ?>Tout<?cs elif:n == #1 ?>Son groupe<?cs else ?>Non<?cs /if ?>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/droits">Droits</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:profil.titre ?></h1>
		<p>
			<?cs if:profil.n > #1 ?><?cs var:nb(profil.n) ?> personnes ont ce profil.
			<?cs elif:profil.n == #1 ?>Une personne a ce profil.
			<?cs else ?>Personne n’a ce profil pour l’instant.
			<?cs /if ?>
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<?cs if:profil.genre == "admin" ?>
	<?cs call:alerte("", "L’administration a tous les droits : ils ne se changent pas, pour que quelqu’un
		puisse toujours corriger les autres.") ?>
	<p class="mt"><a class="btn b2" href="/admin/droits">Revenir à la grille</a></p>
<?cs else ?>
	<?cs if:profil.genre == "coordination" ?>
		<?cs call:alerte("", "Chacun-e peut devenir la coordination d’un groupe en le créant : ce profil gère
			le groupe seul. Les droits sur les personnes se donnent à « Coordination confirmée ».") ?>
	<?cs elif:profil.genre == "encadrement" ?>
		<?cs call:alerte("", "Les coordinations que HubSpot dit, ou que le Siège a données ou confirmées, dans
			les types de groupes dont « la coordination suit les personnes ».") ?>
	<?cs /if ?>
	<form class="stack g5 read<?cs if:profil.genre == "coordination" || profil.genre == "encadrement" ?> mt
				<?cs /if ?>" method="post" action="/admin/droits/<?cs var:profil.id ?>">
		<?cs call:csrf() ?>
		<?cs if:?apercu ?>
			<div class="alert<?cs if:apercu.moins ?> warn<?cs /if ?>" role="status">
				<?cs call:ic("eye") ?>
				<div>
					<p><b>Ce qui va changer</b></p>
					<ul>
						<?cs each:d = domaines ?>
							<?cs if:?d.avant ?>
								<li>
									<?cs var:d.titre ?> : <del><?cs call:portee(d.avant) ?></del>
									, désormais <ins><?cs call:portee(d.niveau) ?></ins>
								</li>
							<?cs /if ?>
						<?cs /each ?>
					</ul>
					<p>
						Chaque personne de ce profil voit aujourd’hui <?cs var:nb(apercu.avant) ?> fiches en
						moyenne ; elle en verra <?cs var:apercu.apres ?>. Le changement vaut tout de suite,
						pour <?cs var:nb(profil.n) ?> <?cs if:profil.n > #1 ?>personnes
						<?cs else ?>personne
						<?cs /if ?>.
					</p>
				</div>
			</div>
			<div class="row">
				<button class="btn" name="confirmer" value="1">Appliquer ces droits</button>
				<a class="btn b3" href="/admin/droits">Ne rien changer</a>
			</div>
		<?cs /if ?>
		<div class="grid">
			<?cs each:d = domaines ?>
				<div class="f">
					<label for="d-<?cs var:d.cle ?>"><?cs var:d.titre ?></label>
					<p class="hint" id="h-<?cs var:d.cle ?>"><?cs var:d.aide ?></p>
					<select id="d-<?cs var:d.cle ?>" name="d_<?cs var:d.cle ?>"
							aria-describedby="h-<?cs var:d.cle ?>">
						<option value="0">Non</option>
						<?cs if:profil.par_groupe && d.par_groupe ?>
							<option value="1"<?cs if:d.niveau == #1 ?> selected<?cs /if ?>>Son groupe</option>
						<?cs /if ?>
						<?cs if:d.partout ?>
							<option value="2"<?cs if:d.niveau == #2 ?> selected<?cs /if ?>>Tout</option>
						<?cs /if ?>
					</select>
				</div>
			<?cs /each ?>
		</div>
		<div class="row">
			<button class="btn<?cs if:?apercu ?> b2<?cs /if ?>">Voir ce qui va changer</button>
			<a class="btn b3" href="/admin/droits">Annuler</a>
		</div>
	</form>
	<?cs if:!profil.fixe ?>
		<form class="mt" method="post" action="/admin/droits/<?cs var:profil.id ?>/retirer">
			<?cs call:csrf() ?><button class="btn bad">Retirer ce profil de la grille</button>
		</form>
	<?cs /if ?>
<?cs /if ?>
