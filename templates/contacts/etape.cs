<?cs # One step of a path, in words (lib/domain/contacts/parcours.h) ?>
<?cs def:etape_lien(h) ?>
	<?cs if:h.url ?><a href="<?cs var:url_validate(h.url) ?>"><?cs var:h.valeur ?></a>
	<?cs else ?><?cs var:h.valeur ?>
	<?cs /if ?>
<?cs /def ?>

<?cs def:etape(h) ?>
	<li>
		<?cs call:quand(h.quand, h.quand_iso) ?>
		<p>
			<?cs if:h.genre == "mission" ?>
				<?cs if:h.sens == "fin" ?>
					<?cs if:h.champ ?>N’a plus le rôle « <?cs var:h.champ ?> » :<?cs else ?>Quitte<?cs /if ?>
				<?cs elif:h.champ ?>
					<?cs var:h.champ ?> :
				<?cs else ?>
					Rejoint
				<?cs /if ?> <?cs call:etape_lien(h) ?>
			<?cs elif:h.genre == "statut" ?>
				<?cs if:h.sens == "fin" ?>
					<?cs var:h.champ ?> : n’a plus « <?cs var:h.valeur ?> »
				<?cs elif:h.sens == "initial" ?>
					<?cs var:h.champ ?> au premier relevé : <?cs var:h.valeur ?>
				<?cs else ?>
					<?cs var:h.champ ?> : <?cs var:h.valeur ?>
					<?cs if:h.avant ?> (avant : <?cs var:h.avant ?>)<?cs /if ?>
				<?cs /if ?>
			<?cs elif:h.genre == "formation" ?>
				<?cs if:h.sens == "fin" ?>Formation retirée :
				<?cs else ?>Formation suivie :
				<?cs /if ?> <?cs var:h.valeur ?>
			<?cs elif:h.genre == "compte" ?>
				<?cs if:h.sens == "charte" ?>Signe la charte<?cs else ?>Ouvre son compte<?cs /if ?>
			<?cs elif:h.genre == "etiquette" ?>
				Étiquettes : <?cs if:h.valeur ?><?cs var:h.valeur ?><?cs else ?>aucune<?cs /if ?>
				<?cs if:h.avant ?> (avant : <?cs var:h.avant ?>)<?cs /if ?>
			<?cs elif:h.genre == "message" ?>
				<?cs if:h.sens == "relance" ?>
					Relance pour ouvrir son compte
				<?cs else ?>
					Invitation à ouvrir son compte<?cs if:h.valeur ?>, par <?cs var:h.valeur ?><?cs /if ?>
				<?cs /if ?>
			<?cs elif:h.genre == "accueil" ?>
				<?cs if:h.sens == "confie" ?>Accueil à faire :
				<?cs elif:h.sens == "contacte" ?>Accueil, premier contact pris :
				<?cs elif:h.sens == "rejoint" ?>Accueil réussi :
				<?cs elif:h.sens == "sans_suite" ?>Accueil sans suite :
				<?cs elif:h.sens == "demandees" ?>Nouvelles demandées par
				<?cs else ?>Nouvelles reçues par
				<?cs /if ?> <?cs var:h.valeur ?>
			<?cs elif:h.genre == "note" ?>
				Note <?cs var:de(h.champ) ?> : <?cs var:h.valeur ?>
			<?cs else ?>
				<?cs var:h.champ ?> <?cs call:etape_lien(h) ?>
			<?cs /if ?>
		</p>
	</li>
<?cs /def ?>
