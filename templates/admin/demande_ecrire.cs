<?cs include:"admin/demande_mots.cs" ?>
<?cs set:Form.texte.label = "Message" ?>
<?cs set:Form.motif.label = "Ce qui est refusé, et pourquoi" ?>
<?cs set:Form.motif.aide = "Gardé cinq ans. Redites-le dans le message, avec la voie de recours, la CNIL." ?>
<?cs set:Form.clore.label = "C’est la réponse à sa demande" ?>
<?cs set:Form.clore.aide = "La demande est close, et comptée dans le délai." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/demandes">Demandes</a></li>
		<li><a href="/admin/demandes/<?cs var:Demande.id ?>"><?cs var:Demande.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>
			<?cs if:Demande.refuser ?>Refuser en partie<?cs else ?>Écrire<?cs /if ?>
			<?cs if:Demande.prenom ?> à <?cs var:Demande.prenom ?><?cs /if ?>
		</h1>
		<p>
			<?cs if:Demande.adresse ?>À l’adresse <?cs var:Demande.adresse ?>.
			<?cs else ?>Aucune adresse n’est connue : vos mots sont gardés ici, à vous de les porter.
			<?cs /if ?>
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="stack g5 read" method="post" action="/admin/demandes/<?cs var:Demande.id ?>/ecrire" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<?cs call:texte_long("texte", "10") ?>
	<?cs if:Demande.refuser ?>
		<input type="hidden" name="refus" value="1">
		<?cs call:texte_long("motif", "4") ?>
		<div class="row"><button class="btn">Envoyer et clore</button></div>
	<?cs else ?>
		<?cs call:case("clore") ?>
		<div class="row"><button class="btn">Envoyer</button></div>
	<?cs /if ?>
</form>
