<?cs # How far a welcome has come ?>
<?cs def:relais_etat(t) ?>
	<?cs if:t.etat == "rejoint" ?><span class="tag ok"><?cs call:ic("check") ?> A rejoint</span>
	<?cs elif:t.etat == "sans_suite" ?><span class="tag">Sans suite</span>
	<?cs elif:t.retard ?><span class="tag bad"><?cs call:ic("warn") ?> Attendu le <?cs var:t.pour_le ?></span>
	<?cs elif:t.etat == "contacte" ?><span class="tag ok"><?cs call:ic("msg") ?> Accueillie</span>
	<?cs elif:!?t.pour_le ?><span class="tag warn"><?cs call:ic("clock") ?> À accueillir</span>
	<?cs else ?><span class="tag warn"><?cs call:ic("clock") ?> Avant le <?cs var:t.pour_le ?></span>
	<?cs /if ?>
<?cs /def ?>
