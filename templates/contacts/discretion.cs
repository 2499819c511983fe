<?cs include:"contacts/tete.cs" ?>
<?cs set:Form.discret.label = "Me retirer de l’annuaire des bénévoles" ?>
<?cs set:Form.discret.aide = "Les autres bénévoles ne vous trouvent plus, ni par une recherche, ni par une
	liste. La coordination de vos groupes et l’équipe salariée vous voient toujours." ?>
<?cs set:Form.pause.label = "En pause jusqu’au" ?>
<?cs set:Form.pause.facultatif = "1" ?>
<?cs set:Form.pause.aide = "On ne vous demandera pas de nouvelles d’ici là. Vos accès restent ouverts." ?>
<form class="stack read" method="post" action="/contacts/<?cs var:contact.id ?>/discretion" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<p>Ces choix valent partout : pages, listes, recherches, fichiers exportés.</p>
	<?cs call:case("discret") ?>
	<?cs if:subcount(champs) ?>
		<fieldset>
			<legend>Ne montrer qu’à la coordination de mes groupes et à l’équipe salariée</legend>
			<div class="stack g1">
				<?cs each:c = champs ?>
					<label class="ck">
						<input type="checkbox" name="cache[]" value="<?cs var:c.valeur ?>"
							<?cs if:?c.choisi ?> checked<?cs /if ?>> <?cs var:c.libelle ?>
					</label>
				<?cs /each ?>
			</div>
		</fieldset>
	<?cs /if ?>
	<?cs if:subcount(types) ?>
		<fieldset>
			<legend>Qui voit mes coordonnées</legend>
			<p class="hint">
				Cochez où les autres membres lisent ce qui suit, s’il est rempli et pas caché
				ci-dessus : <?cs var:Champs.partages ?>. La coordination et l’équipe salariée le lisent selon
				leurs droits.
			</p>
			<div class="stack g2">
				<?cs each:t = types ?>
					<input type="hidden" name="types[]" value="<?cs var:t.valeur ?>">
					<label class="ck">
						<input type="checkbox" name="montre[]" value="<?cs var:t.valeur ?>"
							<?cs if:?t.choisi ?> checked<?cs /if ?>>
						<span>
							<?cs var:t.libelle ?> <small class="m">
								<?cs var:t.groupes ?>. <?cs if:?t.depuis ?>
									Votre choix du <?cs var:t.depuis ?>.
								<?cs elif:t.montre && t.ouvert ?>
									C’est l’usage de ces groupes, sauf de ceux que tout le monde peut
									rejoindre.
								<?cs elif:t.ouvert ?>
									Tout le monde peut rejoindre ces groupes : rien n’y est montré sans votre
									accord.
								<?cs elif:t.montre ?>
									C’est l’usage de ces groupes.
								<?cs else ?>
									Rien n’est montré sans votre accord.
								<?cs /if ?>
							</small>
						</span>
					</label>
				<?cs /each ?>
			</div>
		</fieldset>
	<?cs /if ?>
	<?cs call:champ("date", "pause", "") ?>
	<div class="row">
		<button class="btn">Enregistrer mes choix</button>
		<a class="btn b3" href="/compte/donnees">Télécharger mes données</a>
	</div>
</form>
