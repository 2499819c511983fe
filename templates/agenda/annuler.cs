<?cs include:"agenda/macros.cs" ?>
<?cs set:Form.motif.label = "Pourquoi ?" ?>
<?cs set:Form.motif.aide = "Votre phrase est dans le courriel et sur la page." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<p>
			<?cs var:evenement.titre ?><?cs if:?seance.quand ?> : <?cs var:seance.dedans ?><?cs /if ?>
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack read">
	<ul>
		<li>
			<?cs if:Prevenus > #1 ?>
				<b><?cs var:Prevenus.texte ?> personnes seront prévenues</b>, par courriel et sur le site.
			<?cs elif:Prevenus > #0 ?><b>1 personne sera prévenue</b>, par courriel et sur le site.
			<?cs else ?>Personne n’est inscrit : personne n’est à prévenir.
			<?cs /if ?>
		</li>
		<?cs if:?seance.quand ?>
			<?cs if:evenement.rrule != "" ?><li>Les autres dates de la série ne changent pas.</li><?cs /if ?>
		<?cs elif:evenement.rrule != "" ?>
			<li>Toutes les dates à venir de la série sont annulées.</li>
		<?cs /if ?>
		<li>La page reste, avec votre motif ; plus personne ne s’y inscrit.</li>
	</ul>
	<form class="stack" method="post" action="<?cs var:url_validate(Action) ?>" novalidate>
		<?cs call:csrf() ?>
		<?cs call:texte_long("motif", "3") ?>
		<div class="row">
			<button class="btn">
				<?cs if:?seance.quand ?>Annuler cette date<?cs else ?>Annuler l’événement<?cs /if ?>
				<?cs call:prevenir(Prevenus) ?>
			</button>
			<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>">Revenir</a>
		</div>
	</form>
</div>
