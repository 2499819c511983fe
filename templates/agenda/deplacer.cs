<?cs include:"agenda/macros.cs" ?>
<?cs set:Form.debut.label = "Début" ?>
<?cs set:Form.fin.label = "Fin" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<p><?cs var:evenement.titre ?><?cs if:?seance.quand ?> : <?cs var:seance.dedans ?><?cs /if ?></p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack read">
	<ul>
		<?cs if:Ajout ?>
			<li>
				<?cs if:Prevenus > #1 ?>
					<b><?cs var:Prevenus.texte ?> personnes inscrites à toute la série</b> ont aussi cette
					date, et l’apprennent.
				<?cs elif:Prevenus > #0 ?>
					<b>1 personne inscrite à toute la série</b> a aussi cette date, et l’apprend.
				<?cs else ?>Personne n’est inscrit à toute la série.
				<?cs /if ?>
			</li>
		<?cs else ?>
			<li>
				<?cs if:Prevenus > #0 ?>
					<b>
						<?cs if:Prevenus > #1 ?><?cs var:Prevenus.texte ?> personnes seront prévenues
						<?cs else ?>1 personne sera prévenue
						<?cs /if ?>
					</b>. Si le jour change, chaque personne inscrite garde sa place et la confirme.
				<?cs else ?>Personne n’est inscrit : personne n’est à prévenir.
				<?cs /if ?>
			</li>
			<?cs if:Tiennent > #0 ?>
				<li>
					<b>
						<?cs if:Tiennent > #1 ?><?cs var:nb(Tiennent) ?> personnes tiennent un créneau
						<?cs else ?>1 personne tient un créneau
						<?cs /if ?>
					</b> : les créneaux suivent la date, et il faudra le confirmer sous 48 h.
				</li>
			<?cs /if ?>
			<?cs if:evenement.rrule != "" ?><li>Les autres dates de la série ne changent pas.</li><?cs /if ?>
		<?cs /if ?>
	</ul>
	<form class="stack" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
		<?cs call:csrf() ?>
		<div class="grid">
			<?cs if:Form.journee.value ?>
				<?cs call:champ("date", "debut", "") ?>
				<?cs call:champ("date", "fin", "") ?>
			<?cs else ?>
				<?cs call:champ("datetime-local", "debut", "") ?>
				<?cs call:champ("datetime-local", "fin", "") ?>
			<?cs /if ?>
		</div>
		<div class="row">
			<button class="btn">
				<?cs if:Ajout ?>Ajouter cette date<?cs else ?>Déplacer cette date<?cs /if ?>
				<?cs call:prevenir(Prevenus) ?>
			</button>
			<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>">Revenir</a>
		</div>
	</form>
</div>
