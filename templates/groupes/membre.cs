<?cs set:Form.role.label = "Rôle à donner" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
		<li><a href="/groupes/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
		<li><a href="/groupes/<?cs var:groupe.id ?>/membres">Membres</a></li>
	</ol>
</nav>
<div class="head">
	<div class="row nw">
		<?cs call:av(personne) ?>
		<div>
			<h1><?cs var:personne.prenom ?> <?cs var:personne.nom ?></h1>
			<p><?cs var:groupe.titre ?></p>
		</div>
	</div>
	<a class="btn b2" href="/contacts/<?cs var:personne.id ?>"><?cs call:ic("user") ?> Voir sa fiche</a>
</div>
<?cs call:erreurs() ?>
<section class="read" aria-labelledby="rl">
	<h2 class="ttl" id="rl">Ses rôles, aujourd’hui et avant</h2>
	<ul class="rows">
		<?cs each:m = roles ?>
			<li class="row nw">
				<div class="grow">
					<b><?cs var:m.titre ?></b> <small>
						<?cs if:?m.jusqu_a ?>du <?cs var:m.depuis ?> au <?cs var:m.jusqu_a ?>
						<?cs else ?>depuis le <?cs var:m.depuis ?>
						<?cs /if ?>
					</small>
					<?cs if:m.suit ?>
						<small>
							. <?cs if:m.confirme ?>
								Confirmée : elle suit les personnes du groupe.
							<?cs else ?>
								Gère le groupe, pas les fiches de ses membres : le Siège ne l’a pas confirmée.
							<?cs /if ?>
						</small>
					<?cs /if ?>
				</div>
				<?cs if:m.suit && !m.confirme && Droits.confirme && Droits.ecrit ?>
					<form method="post"
							action="/groupes/<?cs var:groupe.id ?>/membres/<?cs var:personne.id ?>">
						<?cs call:csrf() ?>
						<input type="hidden" name="acte" value="donner">
						<input type="hidden" name="role" value="<?cs var:m.role ?>">
						<button class="btn b2">Confirmer</button>
					</form>
				<?cs /if ?>
				<?cs if:m.retire && Droits.ecrit ?>
					<form method="post"
							action="/groupes/<?cs var:groupe.id ?>/membres/<?cs var:personne.id ?>">
						<?cs call:csrf() ?>
						<input type="hidden" name="acte" value="retirer">
						<input type="hidden" name="role" value="<?cs var:m.role ?>">
						<button class="btn b3">
							<?cs if:m.role == "membre" ?>Retirer du groupe
							<?cs else ?>Retirer ce rôle
							<?cs /if ?>
						</button>
					</form>
				<?cs elif:m.origine == "hubspot" && !?m.jusqu_a ?>
					<?cs call:origine(m.origine) ?>
					<?cs if:Droits.ecrit ?>
						<?cs set:Demande.titre = "Retirer un rôle : " + m.titre ?>
						<?cs set:Demande.texte = "Bonjour, pouvez-vous retirer le rôle « " + m.titre + " » à "
							+ personne.prenom + " " + personne.nom + " (" + Site.url + "/contacts/"
							+ personne.id + ") dans « " + groupe.titre + " » ? Il vient de HubSpot. Merci." ?>
						<?cs call:demander(Demande.titre, Demande.texte, "Demander son retrait") ?>
					<?cs /if ?>
				<?cs /if ?>
			</li>
		<?cs /each ?>
	</ul>
	<p class="s m">
		Ce qui porte le cadenas vient de HubSpot, que le Siège tient : demandez-le-lui d’un bouton, l’effet
		se voit ici en moins d’une minute une fois fait.
	</p>
</section>
<?cs if:Droits.ecrit ?>
	<form class="panel stack read mt" method="post"
			action="/groupes/<?cs var:groupe.id ?>/membres/<?cs var:personne.id ?>">
		<?cs call:csrf() ?>
		<input type="hidden" name="acte" value="donner">
		<?cs call:liste("role", Roles, "") ?>
		<p class="s m">
			<?cs if:!groupe.encadre ?>
				La coordination gère le groupe, pas les fiches de ses membres.
			<?cs elif:Droits.confirme ?>
				La coordination que vous donnez est confirmée : elle gère le groupe, et suit les personnes qui
				y sont.
			<?cs else ?>
				La coordination que vous donnez gère le groupe. Les fiches de ses membres lui sont ouvertes
				quand le Siège l’a confirmée.
			<?cs /if ?> Retirer un rôle rend les droits d’avant.
		</p>
		<div class="row"><button class="btn">Donner ce rôle</button></div>
	</form>
<?cs /if ?>
