<div class="stack g2">
	<h1>Vous voilà. Pointez votre arrivée</h1>
	<p class="m"><?cs var:evenement.titre ?><br><?cs var:date.quand ?></p>
</div>
<?cs if:?Code.dit ?>
	<ol class="nums stack g2">
		<li>Ouvrez l’appareil photo de votre téléphone.</li>
		<li>Visez le code, touchez le lien.</li>
		<li>Appuyez sur « Je suis là ».</li>
	</ol>
	<p>Pas de téléphone ? Dites votre nom à l’équipe.</p>
	<?cs if:!Code.ouvert ?>
		<?cs call:alerte("", "Le code ouvre de " + Code.ouvre + " à " + Code.ferme + ".") ?>
	<?cs /if ?>
<?cs else ?>
	<p>Cette date n’a pas encore de code.</p>
	<form class="row" method="post" action="/agenda/<?cs var:evenement.id ?>/pointage/code">
		<?cs call:csrf() ?>
		<input type="hidden" name="date" value="<?cs var:date.jour ?>">
		<button class="btn" name="faire" value="ouvrir">Faire un code</button>
	</form>
<?cs /if ?>
<p class="row">
	<span class="tag ok">
		<?cs call:ic("check") ?>
		<?cs if:Compte.la > #1 ?> <?cs var:nb(Compte.la) ?> personnes sont là
		<?cs elif:Compte.la == #1 ?> Une personne est là
		<?cs else ?> Personne n’est encore là
		<?cs /if ?>
	</span>
	<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>/pointage?date=<?cs var:date.jour ?>">
		Revenir à la liste
	</a>
</p>
