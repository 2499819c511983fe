<?cs include:"lettres/etapes.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
		<li><a href="/lettres/<?cs var:lettre.id ?>"><?cs var:lettre.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Aperçu</h1>
		<p>
			<b><?cs var:sujet ?></b><?cs if:apercu ?> <span class="m"><?cs var:apercu ?></span><?cs /if ?>
		</p>
	</div>
</div>
<?cs call:etapes("apercu") ?>
<?cs if:Poids.lourd ?>
	<?cs call:alerte("warn", "Cette lettre dépasse 100 Ko : certaines messageries la couperont.") ?>
<?cs /if ?>
<nav class="tabs" aria-label="Façons de la lire">
	<?cs each:v = Vues ?>
		<a href="/lettres/<?cs var:lettre.id ?>/apercu?en=<?cs var:v.cle ?>&amp;comme=<?cs var:Comme ?>"
			<?cs if:v.ici ?> aria-current="page"<?cs /if ?>><?cs var:v.titre ?></a>
	<?cs /each ?>
</nav>
<?cs if:subcount(Lecteurs) ?>
	<form class="row" method="get" action="/lettres/<?cs var:lettre.id ?>/apercu">
		<input type="hidden" name="en" value="<?cs var:Vue ?>">
		<div class="f">
			<label for="comme">Comme la lira</label>
			<select id="comme" name="comme">
				<option value="">Moi</option>
				<?cs each:p = Lecteurs ?>
					<option value="<?cs var:p.id ?>"<?cs if:p.choisi ?> selected<?cs /if ?>>
						<?cs var:p.prenom ?> <?cs var:p.nom ?>
					</option>
				<?cs /each ?>
			</select>
		</div>
		<button class="btn b2">Voir</button>
	</form>
<?cs /if ?>
<div class="lettre <?cs var:Vue ?>">
	<iframe class="letter" sandbox="" title="La lettre" loading="lazy"
		src="/lettres/<?cs var:lettre.id ?>/apercu/courriel?en=<?cs var:Vue ?>&amp;comme=<?cs var:Comme ?>">
	</iframe>
</div>
<p class="s m">
	<?cs var:Poids.ko ?> Ko. Ce sont les octets qui partiront, aux liens personnels près : ici, ils ne
	désinscrivent personne.
</p>
