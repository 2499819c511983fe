<?cs def:de_qui(h) ?>
	<span class="vh"> : <?cs var:h.prenom ?> <?cs var:h.nom ?>, <?cs var:h.quoi ?></span>
<?cs /def ?>
<?cs def:ligne(h) ?>
	<span class="grow">
		<b><?cs var:h.prenom ?> <?cs var:h.nom ?></b>
		<small>
			<?cs var:h.quoi ?>, <?cs var:h.jour_mots ?>, <?cs if:h.source == "declare" ?>déclaré
			<?cs elif:h.jours > #0 ?>pointage, <?cs var:h.jours ?> jour<?cs call:s(h.jours) ?>
			<?cs else ?>
				<?cs if:h.source == "creneau" ?>créneau<?cs else ?>pointage<?cs /if ?> de <?cs var:h.de ?>
				<?cs if:h.fin_prevue ?>, fin prévue à <?cs var:h.a ?><?cs else ?> à <?cs var:h.a ?><?cs /if ?>
			<?cs /if ?>
			<?cs if:h.mission ?>, <?cs var:h.mission ?><?cs /if ?>
		</small>
		<?cs if:h.regard == "long" ?>
			<span class="tag warn"><?cs call:ic("warn") ?> plus de 10 h en un jour</span>
		<?cs elif:h.regard == "absente" ?>
			<span class="tag warn"><?cs call:ic("warn") ?> pas de pointage ce jour-là</span>
		<?cs /if ?>
	</span>
<?cs /def ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/heures">Mes heures</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Heures à valider</h1>
		<?cs if:total ?>
			<p>
				<?cs var:nb(total) ?> ligne<?cs call:s(total) ?>, <?cs var:duree ?>
				<?cs if:!?Fait && regards ?>, dont <?cs var:regards ?> à regarder<?cs /if ?>.
			</p>
		<?cs /if ?>
	</div>
</div>
<nav class="seg" aria-label="Afficher">
	<a href="<?cs var:url_validate(Tous) ?>"<?cs if:!?Fait ?> aria-current="true"<?cs /if ?>>À valider</a>
	<a href="<?cs var:url_validate(Faits) ?>"<?cs if:?Fait ?> aria-current="true"<?cs /if ?>>Validées</a>
</nav>
<?cs if:subcount(items) ?>
	<form class="mt" method="post" action="/heures/a-valider">
		<?cs call:csrf() ?>
		<ul class="rows">
			<?cs each:h = items ?>
				<li class="row g3">
					<?cs if:?Fait ?>
						<div class="row nw g3 grow">
							<?cs call:av(h) ?>
							<?cs call:ligne(h) ?>
						</div>
					<?cs else ?>
						<label class="ck grow">
							<input type="checkbox" name="h" value="<?cs var:h.id ?>"
								<?cs if:h.regard == "" ?> checked<?cs /if ?>>
							<?cs call:av(h) ?>
							<?cs call:ligne(h) ?>
						</label>
					<?cs /if ?>
					<p class="r">
						<b><?cs var:h.duree ?></b>
						<?cs if:!?Fait ?><br>
							<a class="s" href="/heures/<?cs var:h.id ?>">
								Corriger<?cs call:de_qui(h) ?>
							</a>
						<?cs /if ?>
					</p>
				</li>
			<?cs /each ?>
		</ul>
		<?cs if:!?Fait ?>
			<p class="row mt">
				<button class="btn"><?cs call:ic("check") ?> Valider les lignes cochées</button>
			</p>
		<?cs /if ?>
	</form>
	<p class="s m mt">
		Une ligne corrigée ou refusée part avec votre raison. Vos propres heures sont validées par une autre
		personne.
	</p>
	<?cs call:pager(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("check", "Rien à valider", "Les heures de vos groupes arrivent ici d’elles-mêmes.") ?>
	</div>
<?cs /if ?>
