<?cs set:Form.identite_le.label = "Le" ?>
<?cs set:Form.identite.label = "Comment" ?>
<?cs set:Form.identite.aide = "Par exemple, une réponse depuis son adresse connue. Aucune copie de pièce." ?>
<?cs set:Form.raison.label = "Pourquoi deux mois de plus" ?>
<?cs set:Form.raison.aide = "La personne lit ces mots : demande complexe, ou demandes nombreuses." ?>
<?cs include:"admin/demande_mots.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/demandes">Demandes</a></li>
	</ol>
</nav>
<div class="head">
	<h1>Demande <?cs var:Demande.id ?></h1>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<div class="cols">
	<div class="stack g6">
		<?cs include:"admin/demande_corps.cs" ?>
		<?cs if:!?Demande.rendue_le ?>
			<?cs if:!?Demande.identite_le || ?Form.identite.error || ?Form.identite_le.error ?>
				<section aria-labelledby="id">
					<h2 class="ttl" id="id">Son identité</h2>
					<form class="stack read" method="post"
							action="/admin/demandes/<?cs var:Demande.id ?>/identite" novalidate>
						<?cs call:csrf() ?>
						<?cs call:champ("date", "identite_le", "") ?>
						<?cs call:champ("text", "identite", "") ?>
						<div class="row"><button class="btn b2">Noter qu’elle est vérifiée</button></div>
					</form>
				</section>
			<?cs /if ?>
			<?cs if:!Demande.prolongee ?>
				<details<?cs if:?Form.raison.error ?> open<?cs /if ?>>
					<summary>Il faut plus d’un mois</summary>
					<form class="stack read mt" method="post"
							action="/admin/demandes/<?cs var:Demande.id ?>/prolonger" novalidate>
						<?cs call:csrf() ?>
						<?cs call:texte_long("raison", "3") ?>
						<div class="row"><button class="btn b2">Prolonger de deux mois</button></div>
					</form>
				</details>
			<?cs /if ?>
		<?cs /if ?>
	</div>
	<?cs include:"admin/demande_cote.cs" ?>
</div>
