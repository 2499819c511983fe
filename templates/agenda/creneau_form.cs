<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>/postes">Postes</a></li>
		<li><a href="<?cs var:url_validate(Lien) ?>"><?cs var:Creneau.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Changer le créneau</h1>
		<p><?cs var:Creneau.titre ?>, <?cs var:Creneau.quand ?></p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="<?cs var:url_validate(Lien) ?>/modifier">
	<?cs call:csrf() ?>
	<?cs if:?Reconfirmer ?>
		<p class="alert warn" role="status">
			<?cs call:ic("warn") ?>
			<span>
				<?cs if:Reconfirmer > #1 ?>
					<?cs var:nb(Reconfirmer) ?> personnes devront reconfirmer sous 48 h
				<?cs else ?>
					1 personne devra reconfirmer sous 48 h
				<?cs /if ?> : ces heures sortent de celles qu’elles ont acceptées.
			</span>
		</p>
		<?cs if:subcount(Chocs) ?>
			<section class="stack g1" aria-labelledby="ch">
				<h2 id="ch">Ces heures ne vont pas avec un autre créneau</h2>
				<ul class="s">
					<?cs each:x = Chocs ?><li><b><?cs var:x.qui ?></b> : <?cs var:x.autre ?></li><?cs /each ?>
				</ul>
			</section>
		<?cs /if ?>
		<input type="hidden" name="confirme" value="1">
	<?cs /if ?>
	<div class="grid tight">
		<?cs set:Form.debut.label = "Début" ?>
		<?cs call:champ("datetime-local", "debut", "") ?>
		<?cs set:Form.fin.label = "Fin" ?>
		<?cs call:champ("datetime-local", "fin", "") ?>
	</div>
	<div class="grid tight">
		<?cs set:Form.minimum.label = "Personnes au moins" ?>
		<?cs call:champ("number", "minimum", "") ?>
		<?cs set:Form.maximum.label = "Au plus" ?>
		<?cs call:champ("number", "maximum", "") ?>
	</div>
	<?cs if:Creneau.pris > #0 && !?Reconfirmer ?>
		<p class="s m">
			Qui tient ce créneau le garde et est prévenu. Plus long, il faut que chacune dise si cela lui va ;
			plus court, rien n’est demandé.
		</p>
	<?cs /if ?>
	<p class="row">
		<button class="btn">
			<?cs if:?Reconfirmer ?>Changer et demander<?cs else ?>Enregistrer<?cs /if ?>
		</button>
		<a class="btn b3" href="<?cs var:url_validate(Lien) ?>">Garder comme c’est</a>
	</p>
</form>
