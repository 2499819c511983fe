<?cs if:Page.fait == "publie" ?>
	<?cs call:alerte("ok", "L’événement est publié.") ?>
<?cs /if ?>
