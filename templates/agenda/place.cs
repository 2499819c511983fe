<?cs set:Form.prenom.label = "Votre prénom" ?>
<?cs set:Form.nom.label = "Votre nom" ?>
<?cs call:erreurs() ?>
<div class="head">
	<div>
		<h1><?cs var:evenement.titre ?></h1>
	</div>
</div>
<div class="stack g6">
	<section class="panel stack">
		<div>
			<h2><?cs var:date.quand ?></h2>
			<?cs if:date.lieu ?><p><?cs var:date.lieu ?></p><?cs /if ?>
		</div>
		<?cs if:cession.etat == "acceptee" ?>
			<p><b>La place est à vous.</b> <?cs var:cession.qui ?> en est prévenu-e.</p>
		<?cs elif:cession.etat == "refusee" ?>
			<p>Vous avez répondu non. <?cs var:cession.qui ?> garde sa place. Merci d’avoir répondu.</p>
		<?cs elif:!cession.libre ?>
			<p>Cette place n’est plus proposée.</p>
		<?cs else ?>
			<p><?cs var:cession.qui ?> ne peut pas venir et vous propose sa place.</p>
			<form method="post" action="/agenda/place/<?cs var:cle ?>" class="stack">
				<?cs if:cession.inconnue ?>
					<?cs call:champ("text", "prenom", "given-name") ?>
					<?cs call:champ("text", "nom", "family-name") ?>
				<?cs /if ?>
				<div class="row">
					<button class="btn" name="faire" value="oui">Je prends la place</button>
					<button class="btn b2" name="faire" value="non" formnovalidate>Non, merci</button>
				</div>
			</form>
		<?cs /if ?>
	</section>
</div>
