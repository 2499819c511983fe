<?cs set:Form.vers.label = "Nouvelle place" ?>
<?cs set:Form.vers.aide = "Les groupes que vous gérez." ?>

<?cs def:publics(liste) ?>
	<ul>
		<?cs each:p = liste ?><li><?cs var:p.titre ?> : <?cs var:p.n ?></li><?cs /each ?>
	</ul>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
		<?cs each:a = Ancetres ?>
			<?cs if:name(a) > #0 ?>
				<li><a href="/groupes/<?cs var:a.id ?>"><?cs var:a.titre ?></a></li>
			<?cs /if ?>
		<?cs /each ?>
		<li><a href="/groupes/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Déplacer <?cs var:groupe.titre ?></h1>
		<p>Les droits suivent : la coordination et les membres des groupes du dessus y ont les leurs.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<?cs if:Place.sure == #0 ?>
	<p class="alert read">
		<?cs call:ic("info") ?>
		<span>
			La place de ce groupe n’a pas été décidée par le Siège : la coordination des groupes du dessus n’y
			a aucun droit sur les personnes.
			<?cs if:Place.decide == #1 ?> Pour les lui donner, choisissez la place qu’il a, ou une autre.
			<?cs /if ?>
		</span>
	</p>
<?cs /if ?>
<?cs if:Place.siege == #1 ?>
	<p class="alert read">
		<?cs call:ic("lock") ?>
		<span>
			HubSpot donne ce groupe, ou un groupe qu’il contient : le Siège seul le déplace.
		</span>
	</p>
	<div class="read">
		<?cs set:Demande.texte = "Bonjour, pouvez-vous déplacer « " + groupe.titre + " » (" + Site.url
			+ "/groupes/" + groupe.id + ") ? Sa nouvelle place serait : " ?>
		<?cs call:demander_mot("Déplacer un groupe", Demande.texte, "Demander au Siège", "d") ?>
	</div>
<?cs else ?>
	<form class="stack read" method="get" action="/groupes/<?cs var:groupe.id ?>/deplacer">
		<?cs call:liste("vers", Places, "Choisir…") ?>
		<div class="row">
			<button class="btn<?cs if:?Vers.id ?> b2<?cs /if ?>">Voir ce qui va changer</button>
			<?cs if:?Avant.id && !?Vers.id ?>
				<a class="btn b3" href="<?cs var:url_validate(Avant.url) ?>">
					<?cs call:ic("history") ?> Remettre dans <?cs var:Avant.titre ?>
				</a>
			<?cs /if ?>
		</div>
	</form>
	<?cs if:?Vers.id ?>
		<section class="panel stack read mt" aria-labelledby="chg">
			<h2 id="chg">Dans « <?cs var:Vers.titre ?> »</h2>
			<p>
				<?cs if:Change.perdent > #0 ?>
					<b>
						<?cs var:nb(Change.perdent) ?> personne<?cs if:Change.perdent > #1 ?>s ne verront
						<?cs else ?> ne verra
						<?cs /if ?> plus
					</b> ce qui s’y publie :
				<?cs else ?>
					Personne ne cesse de voir ce qui s’y publie.
				<?cs /if ?>
			</p>
			<?cs if:Change.perdent > #0 ?><?cs call:publics(Change.moins) ?><?cs /if ?>
			<p>
				<?cs if:Change.gagnent > #0 ?>
					<b>
						<?cs var:nb(Change.gagnent) ?> personne<?cs if:Change.gagnent > #1 ?>s le verront
						<?cs else ?> le verra
						<?cs /if ?> en plus
					</b> :
				<?cs else ?>
					Personne de plus ne le verra.
				<?cs /if ?>
			</p>
			<?cs if:Change.gagnent > #0 ?><?cs call:publics(Change.plus) ?><?cs /if ?>
			<p class="s m">
				<?cs if:Change.sous > #0 ?>
					<?cs var:nb(Change.sous) ?> groupe<?cs if:Change.sous > #1 ?>s qu’il contient suivent
					<?cs else ?> qu’il contient suit
					<?cs /if ?>. <?cs /if ?><?cs var:nb(Change.gens) ?> membre<?cs call:s(Change.gens) ?> en
				tout. Vous pourrez le remettre à sa place.
			</p>
			<p class="s">
				<?cs if:Place.decide == #1 ?>
					La coordination confirmée des groupes du dessus aura ses droits sur les personnes qui y
					sont.
				<?cs else ?>
					La coordination des groupes du dessus n’y aura aucun droit sur les personnes tant que le
					Siège n’a pas confirmé cette place.
				<?cs /if ?>
			</p>
			<form class="row" method="post" action="/groupes/<?cs var:groupe.id ?>/deplacer">
				<?cs call:csrf() ?>
				<input type="hidden" name="vers" value="<?cs var:Vers.id ?>">
				<button class="btn">Déplacer</button>
				<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/a-propos">Le laisser</a>
			</form>
		</section>
	<?cs /if ?>
<?cs /if ?>
