<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1>Priorités</h1>
		<p>
			Ce que le groupe met en avant en ce moment, dans l’ordre. Le Siège les voit avec celles des autres
			groupes.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<?cs if:Droit > #2 ?>
	<form class="stack read g3" method="post" action="/groupes/<?cs var:groupe.id ?>/priorites">
		<?cs call:csrf() ?>
		<?cs each:c = Champs ?>
			<?cs set:Nom = "p" + c ?>
			<?cs set:Form[Nom].label = "Priorité " + c ?>
			<?cs set:Form[Nom].facultatif = "1" ?>
			<?cs call:champ("text", Nom, "") ?>
		<?cs /each ?>
		<p class="row">
			<button class="btn">Enregistrer</button>
			<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>">Revenir sans changer</a>
		</p>
	</form>
<?cs elif:subcount(priorites) ?>
	<ol class="stack g1 nums">
		<?cs each:p = priorites ?><li><?cs var:p.texte ?></li><?cs /each ?>
	</ol>
<?cs /if ?>
<?cs if:subcount(passees) ?>
	<section class="mt" aria-labelledby="avant">
		<h2 class="ttl" id="avant">Priorités passées</h2>
		<ul class="rows">
			<?cs each:p = passees ?>
				<li>
					<p><?cs var:p.texte ?></p>
					<p class="s m">Du <?cs var:p.du ?> au <?cs var:p.au ?></p>
				</li>
			<?cs /each ?>
		</ul>
	</section>
<?cs /if ?>
