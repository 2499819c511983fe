<?cs # Beside a request: its steps, the year, who is in charge ?>
<aside class="stack g5">
	<?cs if:subcount(etapes) ?>
		<section class="panel" aria-labelledby="et">
			<h2 id="et">Où en est <?cs if:Demande.prenom ?><?cs var:Demande.prenom ?><?cs else ?>la
				demande<?cs /if ?></h2>
			<ol class="line mt">
				<?cs each:e = etapes ?>
					<li>
						<time datetime="<?cs var:e.jour ?>"><?cs var:e.court ?></time>
						<div>
							<p>
								<?cs call:demande_etape(e.genre) ?>
								<?cs if:e.genre == "accuse" ?> <small>seul, le jour même</small><?cs /if ?>
							</p>
							<?cs if:e.texte ?>
								<details class="s">
									<summary>Lire</summary>
									<p><?cs var:e.texte ?></p>
								</details>
							<?cs /if ?>
						</div>
					</li>
				<?cs /each ?>
				<?cs if:!?Demande.rendue_le ?>
					<li>
						<time datetime="<?cs var:Demande.echeance ?>"><?cs var:Demande.court ?></time>
						<p><b>Dernier jour</b></p>
					</li>
				<?cs /if ?>
			</ol>
		</section>
	<?cs /if ?>
	<section class="panel stats" aria-labelledby="an">
		<h2 id="an">Cette année</h2>
		<p>
			<b><?cs var:Annee.demandes.texte ?></b> demande<?cs call:s(#Annee.demandes) ?>
			<?cs if:Annee.demandes != "0" ?>
				rendues en <?cs var:Annee.moyenne.texte ?> jour<?cs call:s(#Annee.moyenne) ?>
			<?cs /if ?>
		</p>
		<p class="s m">
			<?cs if:Annee.retards == "0" ?>Aucune rendue en retard.
			<?cs else ?><?cs var:Annee.retards.texte ?> en retard.
			<?cs /if ?>
		</p>
	</section>
	<section class="panel" aria-labelledby="dp">
		<h2 id="dp">Protection des données</h2>
		<?cs if:Dpo.nom || Dpo.adresse ?>
			<a class="who" href="/admin/demandes/protection">
				<span class="av h4" aria-hidden="true"><?cs var:Dpo.initiales ?></span>
				<span>
					<?cs if:Dpo.nom ?><?cs var:Dpo.nom ?><?cs else ?><?cs var:Dpo.adresse ?><?cs /if ?>
					<small>
						<?cs if:Dpo.adresse ?>Prévenu·e de chaque demande
						<?cs else ?>Sans adresse : n’est pas prévenu·e
						<?cs /if ?>
					</small>
				</span>
			</a>
		<?cs else ?>
			<p>Personne n’est nommé. <a href="/admin/demandes/protection">Nommer quelqu’un</a></p>
		<?cs /if ?>
	</section>
</aside>
