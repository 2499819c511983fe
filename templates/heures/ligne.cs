<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/heures">Mes heures</a></li>
		<li><a href="/heures/a-valider">Heures à valider</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Corriger ou refuser</h1>
		<?cs with:h = ligne.0 ?>
			<p>
				<a href="/contacts/<?cs var:h.contact_id ?>">
					<?cs var:h.prenom ?> <?cs var:h.nom ?>
				</a>
				<?cs if:h.quoi ?>, <?cs var:h.quoi ?><?cs /if ?>
				<?cs if:h.duree ?>, <?cs var:h.jour_mots ?>, <?cs var:h.duree ?><?cs /if ?>
				<?cs if:h.mission ?>, <?cs var:h.mission ?><?cs /if ?>.
			</p>
		<?cs /with ?>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/heures/<?cs var:ligne.0.id ?>">
	<?cs call:csrf() ?>
	<?cs set:Form.duree.label = "Durée à compter" ?>
	<?cs set:Form.duree.aide = "2 h, 1 h 30 ou 45 min" ?>
	<?cs call:champ("text", "duree", "") ?>
	<?cs set:Form.raison.label = "Pourquoi" ?>
	<?cs set:Form.raison.aide = "La personne lit cette phrase, et peut vous répondre." ?>
	<?cs call:champ("text", "raison", "") ?>
	<p class="row">
		<button class="btn" name="faire" value="corriger">Compter cette durée</button>
		<button class="btn b2" name="faire" value="refuser">Refuser ces heures</button>
		<a class="btn b3" href="/heures/a-valider">Revenir sans changer</a>
	</p>
</form>
