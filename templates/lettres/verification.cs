<?cs include:"lettres/etapes.cs" ?>
<?cs set:Form.qui.label = "À qui, avec vous ?" ?>
<?cs set:Form.relecteur.label = "À qui la demander ?" ?>

<?cs call:tete("") ?>
<div class="head">
	<div>
		<h1><?cs var:lettre.titre ?></h1>
		<p>
			<?cs if:Bloquants == #0 ?>Rien n’empêche l’envoi.
			<?cs elif:Bloquants == #1 ?>Un point empêche l’envoi.
			<?cs else ?><?cs var:Bloquants ?> points empêchent l’envoi.
			<?cs /if ?>
		</p>
	</div>
	<?cs if:Droits.envoie ?>
		<a class="btn" href="/lettres/<?cs var:lettre.id ?>/envoyer">
			<?cs call:ic("clock") ?> Programmer
		</a>
	<?cs /if ?>
</div>
<?cs call:etapes("verification") ?>
<?cs call:erreurs() ?>
<div class="cols even">
	<section class="stack" aria-labelledby="points">
		<h2 id="points">Avant l’envoi</h2>
		<?cs if:subcount(Constats) ?>
			<?cs call:constats() ?>
		<?cs else ?>
			<?cs call:alerte("ok", "Tout est en ordre.") ?>
		<?cs /if ?>
		<form id="liens" method="post" action="/lettres/<?cs var:lettre.id ?>/liens">
			<?cs call:csrf() ?>
			<?cs if:Liens.attend > #0 ?>
				<p class="s m"><?cs var:Liens.attend ?> en cours de vérification : rouvrez cette page.</p>
			<?cs /if ?>
			<button class="btn b2"><?cs call:ic("link") ?> Vérifier les liens</button>
		</form>
	</section>
	<div class="stack g5">
		<section class="panel stack" aria-labelledby="envoi">
			<h2 id="envoi">Ce qui part</h2>
			<p>
				<b><?cs var:Gens.dit ?></b> personne<?cs call:s(Gens.nombre) ?>.
			</p>
			<a class="btn b3" href="/lettres/<?cs var:lettre.id ?>/destinataires">Voir qui la recevra</a>
			<?cs if:?Poids.un ?>
				<p>
					<?cs var:Poids.un ?> × <?cs var:Gens.dit ?> = <b><?cs var:Poids.tous ?></b>.
					Ni pistage des ouvertures, ni image cachée.
				</p>
			<?cs /if ?>
			<a class="btn b3" href="/lettres/<?cs var:lettre.id ?>/apercu">Voir l’aperçu</a>
		</section>
		<section class="panel stack" id="essai" aria-labelledby="essai-titre">
			<h2 id="essai-titre">Un essai</h2>
			<form class="stack" method="post" action="/lettres/<?cs var:lettre.id ?>/essai">
				<?cs call:csrf() ?>
				<?cs call:liste("qui", Collegues, "Moi seul-e") ?>
				<button class="btn b2"><?cs call:ic("send") ?> M’envoyer un essai</button>
			</form>
		</section>
		<section class="panel stack" id="relecture" aria-labelledby="relecture-titre">
			<h2 id="relecture-titre">Relecture</h2>
			<?cs if:Relecture.faite ?>
				<p><?cs call:ic("check") ?> Relue par <?cs var:Relecture.par ?>.</p>
			<?cs else ?>
				<p>
					<?cs if:Relecture.par ?>
						<?cs var:Relecture.par ?> avait relu ; le texte a changé depuis.
					<?cs elif:Relecture.due ?>
						Qui a tout écrit n’envoie pas sans une relecture.
					<?cs else ?>
						Une deuxième paire d’yeux voit ce qu’on ne voit plus.
					<?cs /if ?>
				</p>
				<?cs if:Relecture.mienne && subcount(Relecteurs) ?>
					<form class="stack" method="post" action="/lettres/<?cs var:lettre.id ?>/relecture">
						<?cs call:csrf() ?>
						<?cs call:liste("relecteur", Relecteurs, "") ?>
						<button class="btn b2">Demander une relecture</button>
					</form>
				<?cs elif:!Relecture.mienne ?>
					<form method="post" action="/lettres/<?cs var:lettre.id ?>/relue">
						<?cs call:csrf() ?>
						<input type="hidden" name="version" value="<?cs var:lettre.version ?>">
						<button class="btn b2"><?cs call:ic("check") ?> J’ai relu</button>
					</form>
				<?cs /if ?>
			<?cs /if ?>
			<?cs if:Droits.envoie ?>
				<form method="post" action="/lettres/<?cs var:lettre.id ?>/reglage">
					<?cs call:csrf() ?>
					<?cs if:Relecture.due ?>
						<button class="btn b3" name="relecture" value="0">
							Ne plus exiger de relecture, pour toutes les lettres
						</button>
					<?cs else ?>
						<button class="btn b3" name="relecture" value="1">
							Exiger une relecture, pour toutes les lettres
						</button>
					<?cs /if ?>
				</form>
			<?cs /if ?>
		</section>
	</div>
</div>
