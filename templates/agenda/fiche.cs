<?cs include:"fil/macros.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
	</ol>
</nav>
<?cs if:?Refus ?><?cs call:alerte("warn", Refus) ?><?cs /if ?>
<?cs call:erreurs() ?>
<?cs with:e = evenement ?>
	<div class="cols">
		<div class="stack g6">
			<h1><?cs var:e.titre ?></h1>
			<div class="read">
				<?cs uvar:e.texteHtml ?>
				<?cs # out of texte_html() ?>
			</div>
			<?cs include:"agenda/organiser.cs" ?>
			<?cs call:discussion(e.id, e.droit, Retour) ?>
		</div>
	</div>
<?cs /with ?>
