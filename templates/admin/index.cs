<div class="head">
	<div>
		<h1>Administration</h1>
		<p>Ce qui fait tourner l’espace, et qui peut y faire quoi.</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<ul class="grid wide" aria-label="Rubriques">
	<?cs each:i = items ?>
		<li class="card hit row nw g3">
			<span class="ico"><?cs call:ic(i.icone) ?></span>
			<div class="grow">
				<h2 class="q"><a href="<?cs var:url_validate(i.url) ?>"><?cs var:i.titre ?></a></h2>
				<p class="s m"><?cs var:i.texte ?></p>
			</div>
		</li>
	<?cs /each ?>
</ul>
