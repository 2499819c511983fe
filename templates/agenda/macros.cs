<?cs # What the pages of organisers say alike ?>
<?cs def:prevenir(n) ?>
	<?cs if:n > #0 ?> et prévenir <?cs var:n ?> personne<?cs call:s(n) ?><?cs /if ?>
<?cs /def ?>
