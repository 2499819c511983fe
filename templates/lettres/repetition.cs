<?cs def:raison(cle) ?>
	<?cs if:cle == "refus" ?>Ne veut plus de cette lettre
	<?cs elif:cle == "sans_adresse" ?>Sans adresse
	<?cs elif:cle == "erreur" ?>Adresse en échec
	<?cs elif:cle == "meme_adresse" ?>Adresse partagée : la copie part à une autre personne
	<?cs elif:cle == "ferme" ?>Sans accès à l’espace
	<?cs elif:cle == "autre" ?>N’est plus dans les destinataires
	<?cs /if ?>
<?cs /def ?>
<?cs def:vue(cle, libelle, n) ?>
	<a href="/lettres/<?cs var:lettre.id ?>/repetition?vue=<?cs var:cle ?>"
			<?cs if:Vue == cle ?> aria-current="true"<?cs /if ?>>
		<?cs var:libelle ?> <span class="m"><?cs var:n ?></span>
	</a>
<?cs /def ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
		<li><a href="/lettres/<?cs var:lettre.id ?>"><?cs var:lettre.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Répétition</h1>
		<p>Qui recevrait la lettre si elle partait maintenant, et qui non.</p>
	</div>
	<?cs if:!?Refus ?>
		<?cs call:exporter("/lettres/" + lettre.id + "/repetition", "vue=" + Vue) ?>
	<?cs /if ?>
</div>
<?cs if:?Refus ?>
	<?cs call:alerte("bad", Refus) ?>
<?cs else ?>
	<div class="stack g5">
		<ul class="stack g1">
			<?cs each:x = Repetition.raisons ?>
				<?cs if:x.raison ?>
					<li><b><?cs var:x.total ?></b> : <?cs call:raison(x.raison) ?></li>
				<?cs else ?>
					<li><b><?cs var:x.total ?></b> la reçoivent</li>
				<?cs /if ?>
			<?cs /each ?>
		</ul>
		<nav class="seg" aria-label="Qui">
			<?cs call:vue("recoivent", "La reçoivent", Repetition.recoivent) ?>
			<?cs call:vue("pas", "Ne la reçoivent pas", Repetition.pas) ?>
			<?cs if:?Repetition.derniere ?>
				<?cs call:vue("nouveaux", "Nouveaux depuis la dernière", Repetition.nouveaux) ?>
				<?cs call:vue("partis", "Ne la reçoivent plus", Repetition.partis) ?>
			<?cs /if ?>
		</nav>
		<?cs if:subcount(items) ?>
			<section class="scroll" tabindex="0" aria-labelledby="gens">
				<table class="tbl">
					<caption class="vh" id="gens">Personnes</caption>
					<thead>
						<tr>
							<th scope="col">Personne</th>
							<th scope="col">Adresse</th>
							<th scope="col">Pourquoi</th>
						</tr>
					</thead>
					<tbody>
						<?cs each:p = items ?>
							<tr>
								<th scope="row">
									<a href="/contacts/<?cs var:p.id ?>">
										<?cs var:p.prenom ?> <?cs var:p.nom ?>
									</a>
								</th>
								<td><?cs var:p.adresse ?></td>
								<td><?cs call:raison(p.raison) ?></td>
							</tr>
						<?cs /each ?>
					</tbody>
				</table>
			</section>
			<?cs call:suite(Pager) ?>
		<?cs else ?>
			<div class="empty">
				<?cs call:vide("user", "Personne ici", "Ou personne que vos droits montrent.") ?>
			</div>
		<?cs /if ?>
	</div>
<?cs /if ?>
