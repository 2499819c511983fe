<?cs set:Form.debut.label = "Du" ?>
<?cs set:Form.fin.label = "Au" ?>
<?cs set:Form.compte.label = "Compte en cause" ?>
<?cs set:Form.compte.aide = "Son adresse courriel. Sans elle, tous les comptes sont regardés." ?>
<?cs set:Form.compte.facultatif = "1" ?>
<?cs set:Form.connue_le.label = "Connue le" ?>
<?cs set:Form.nature.label = "Ce qui s’est passé" ?>
<?cs set:Form.consequences.label = "Conséquences probables" ?>
<?cs set:Form.mesures.label = "Mesures prises ou prévues" ?>
<div class="head">
	<div>
		<h1>Violation de données</h1>
		<p>Qui est touché, d’après ce qui a été lu, exporté et changé ; puis l’avis à la CNIL, sous 72 h.</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<?cs call:erreurs() ?>
<div class="stack g6">
	<form class="stack read" action="/admin/violation" novalidate>
		<?cs call:champ("datetime-local", "debut", "") ?>
		<?cs call:champ("datetime-local", "fin", "") ?>
		<?cs call:champ("email", "compte", "off") ?>
		<div class="row"><button class="btn">Chercher les personnes touchées</button></div>
	</form>
	<?cs if:?Touchees.nombre ?>
		<section class="stack g3" aria-labelledby="to">
			<h2 id="to"><?cs var:Touchees.nombre.texte ?> personne<?cs call:s(#Touchees.nombre) ?></h2>
			<h3>Ce qui a été fait</h3>
			<ul>
				<?cs each:a = actes ?><li class="s"><?cs var:a.acte ?> : <?cs var:a.n ?></li><?cs /each ?>
			</ul>
			<?cs if:subcount(touchees) ?>
				<details>
					<summary class="btn b3">Leurs noms</summary>
					<ul>
						<?cs each:p = touchees ?>
							<li><a href="/contacts/<?cs var:p.id ?>"><?cs var:p.nom ?></a></li>
						<?cs /each ?>
					</ul>
				</details>
				<p>
					<a class="btn b2" href="/admin/violation.xlsx?<?cs var:Touchees.query ?>">
						<?cs call:ic("get") ?> La liste entière
					</a>
				</p>
			<?cs /if ?>
		</section>
		<form class="stack read" method="post" action="/admin/violation" novalidate>
			<?cs call:csrf() ?>
			<input type="hidden" name="debut" value="<?cs var:Form.debut.value ?>">
			<input type="hidden" name="fin" value="<?cs var:Form.fin.value ?>">
			<input type="hidden" name="compte" value="<?cs var:Form.compte.value ?>">
			<h2>L’avis à la CNIL</h2>
			<?cs call:champ("datetime-local", "connue_le", "") ?>
			<?cs call:texte_long("nature", "4") ?>
			<?cs call:texte_long("consequences", "3") ?>
			<?cs call:texte_long("mesures", "4") ?>
			<div class="row"><button class="btn">Garder et préparer l’avis</button></div>
		</form>
	<?cs /if ?>
	<?cs if:subcount(violations) ?>
		<section aria-labelledby="no">
			<h2 class="ttl" id="no">Déjà notées</h2>
			<ul class="rows">
				<?cs each:v = violations ?>
					<li class="hit">
						<a href="/admin/violation/<?cs var:v.id ?>"><?cs var:v.debut ?></a>
						<p class="s m"><?cs var:nb(v.personnes) ?> personnes</p>
					</li>
				<?cs /each ?>
			</ul>
		</section>
	<?cs /if ?>
</div>
