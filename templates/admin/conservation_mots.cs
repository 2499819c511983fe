<?cs # Words of the rules: delays, what follows, what is to be done with a person ?>
<?cs def:duree_dite(g) ?>
	<?cs if:g.cle == "sauvegardes" ?><?cs var:nuits ?> nuits, et la dernière de chaque mois
	<?cs elif:!g.duree && g.cle == "sessions" ?>Trente jours au plus
	<?cs elif:!g.duree ?>Toujours
	<?cs elif:g.unite == "an" ?><?cs var:g.duree ?> an<?cs call:s(#g.duree) ?>
	<?cs elif:g.unite == "mois" ?><?cs var:g.duree ?> mois
	<?cs else ?><?cs var:g.duree ?> jour<?cs call:s(#g.duree) ?>
	<?cs /if ?>
<?cs /def ?>
<?cs def:suite_dite(suite) ?>
	<?cs if:suite == "anonymiser" ?>Anonymiser
	<?cs elif:suite == "fermer" ?>Prévenir, puis fermer
	<?cs elif:suite == "effacer" ?>Effacer
	<?cs elif:suite == "archiver" ?>Archiver, puis effacer
	<?cs elif:suite == "totaux" ?>Garder les totaux
	<?cs elif:suite == "sceller" ?>Effacer, sceller
	<?cs elif:suite == "remplacer" ?>Remplacer
	<?cs /if ?>
<?cs /def ?>
<?cs def:action_dite(p) ?>
	<?cs if:p.action == "avertir" ?><span class="tag warn">à avertir</span>
	<?cs elif:p.action == "rappeler" ?><span class="tag warn">à rappeler</span>
	<?cs elif:p.action == "attendre" ?><span class="tag">averti-e</span>
	<?cs elif:p.action == "decider" ?><span class="tag bad">sans adresse</span>
	<?cs elif:p.action == "sans-date" ?><span class="tag bad">sans date</span>
	<?cs elif:p.action == "fermer" ?><span class="tag">compte à fermer</span>
	<?cs else ?><span class="tag">à anonymiser</span>
	<?cs /if ?>
<?cs /def ?>
<?cs def:raison_dite(p) ?>
	<?cs var:p.quoi ?><?cs if:!p.depuis_le ?>, aucune date connue
	<?cs elif:p.source == "depart" ?>, départ ou dernier échange du <?cs var:p.depuis_le ?>
	<?cs else ?>, échange du <?cs var:p.depuis_le ?>
	<?cs /if ?><?cs if:!p.compte ?>, aucune connexion<?cs /if ?>
<?cs /def ?>
