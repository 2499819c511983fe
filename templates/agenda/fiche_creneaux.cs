<?cs # The way from the page of an event to its posts and shifts: included there ?>
<?cs if:evenement.postes > #0 ?>
	<section class="panel row" aria-labelledby="tenir">
		<h2 class="grow" id="tenir">
			<?cs var:evenement.postes ?> poste<?cs call:s(evenement.postes) ?> à tenir
		</h2>
		<a class="btn b2" href="/agenda/<?cs var:evenement.id ?>/creneaux">
			<?cs call:ic("clock") ?> Choisir des créneaux
		</a>
	</section>
<?cs elif:evenement.droit > #2 && evenement.etat != "annule" ?>
	<p>
		<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>/postes">
			<?cs call:ic("clock") ?> Ajouter des postes à tenir
		</a>
	</p>
<?cs /if ?>
