<?cs # On behalf of the person of a request who is here: limitation, what she says no to ?>
<?cs include:"droits_mots.cs" ?>
<?cs set:Form.levee.label = "Ce que la personne lit avant" ?>
<section class="stack g3" aria-labelledby="li">
	<h2 class="ttl" id="li">Limitation</h2>
	<?cs if:?Demande.limite ?>
		<p>
			Ses données sont mises de côté depuis le <?cs var:Demande.limite ?> : rien n’y change, aucun
			courriel ne part, et seuls ceux qui traitent les demandes les voient.
		</p>
		<form class="stack read" method="post"
				action="/admin/demandes/<?cs var:Demande.id ?>/lever" novalidate>
			<?cs call:csrf() ?>
			<?cs call:texte_long("levee", "3") ?>
			<div class="row"><button class="btn b2">Prévenir et lever la limitation</button></div>
		</form>
	<?cs else ?>
		<form method="post" action="/admin/demandes/<?cs var:Demande.id ?>/limiter">
			<?cs call:csrf_seul() ?>
			<button class="btn b2">Mettre ses données de côté</button>
		</form>
		<p class="hint">
			Rien n’y change plus, aucun courriel ne part, personne d’autre ne les voit, jusqu’à la levée.
		</p>
	<?cs /if ?>
</section>
<?cs set:Accords.vers = "/admin/demandes/" + Demande.id + "/accords" ?>
<section class="stack g3" aria-labelledby="ac">
	<h2 class="ttl" id="ac">Ses accords</h2>
	<?cs call:accords_liste(Accords.vers) ?>
</section>
<section class="stack g3" aria-labelledby="op">
	<h2 class="ttl" id="op">Ce à quoi elle s’oppose</h2>
	<form class="stack" method="post" action="/admin/demandes/<?cs var:Demande.id ?>/oppositions">
		<?cs call:csrf() ?>
		<?cs call:oppositions_cases() ?>
		<div class="row"><button class="btn b2">Enregistrer pour elle</button></div>
	</form>
</section>
