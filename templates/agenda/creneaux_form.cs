<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>/postes">Postes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Ajouter des créneaux</h1>
		<p>Les uns derrière les autres, du début à la fin. Un seul ? Donnez sa durée.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<?cs if:subcount(Choix) ?>
	<form class="stack read" method="post" action="/agenda/<?cs var:evenement.id ?>/postes/creneaux">
		<?cs call:csrf() ?>
		<?cs set:Form.poste.label = "Poste" ?>
		<?cs call:liste("poste", Choix, "") ?>
		<div class="grid tight">
			<?cs set:Form.debut.label = "Du" ?>
			<?cs call:champ("datetime-local", "debut", "") ?>
			<?cs set:Form.fin.label = "Au" ?>
			<?cs call:champ("datetime-local", "fin", "") ?>
		</div>
		<div class="grid tight">
			<?cs set:Form.heures.label = "Toutes les … heures" ?>
			<?cs call:champ("number", "heures", "") ?>
			<?cs set:Form.minimum.label = "Personnes au moins" ?>
			<?cs call:champ("number", "minimum", "") ?>
			<?cs set:Form.maximum.label = "Au plus" ?>
			<?cs call:champ("number", "maximum", "") ?>
		</div>
		<p class="row">
			<button class="btn">Ajouter</button>
			<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>/postes">Revenir sans changer</a>
		</p>
	</form>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("clock", "Il faut d’abord un poste", "Un poste dit où l’on est et ce qu’on y fait.") ?>
		<a class="btn" href="/agenda/<?cs var:evenement.id ?>/postes/nouveau">Créer un poste</a>
	</div>
<?cs /if ?>
