<?cs include:"groupes/onglets.cs" ?>
<nav class="seg" aria-label="Qui montrer">
	<a href="/groupes/<?cs var:groupe.id ?>/membres">Aujourd’hui</a>
	<a href="/groupes/<?cs var:groupe.id ?>/membres?vue=anciens">Avant</a>
	<a href="/groupes/<?cs var:groupe.id ?>/demandes" aria-current="true">
		Demandes
		<?cs if:Droits.demandes > #0 ?> <span class="count"><?cs var:Droits.demandes ?></span><?cs /if ?>
	</a>
</nav>
<?cs call:erreurs() ?>
<?cs if:subcount(items) ?>
	<ul class="rows mt" aria-label="Demandes et invitations">
		<?cs each:d = items ?>
			<li class="stack g2">
				<div class="row nw">
					<span class="who grow">
						<?cs call:av(d) ?>
						<span>
							<?cs var:d.prenom ?> <?cs var:d.nom ?> <small>
								<?cs if:d.genre == "demande" ?>demande à entrer
								<?cs else ?>invitation envoyée
								<?cs /if ?> le <?cs var:d.quand ?>
							</small>
						</span>
					</span>
				</div>
				<?cs if:d.mot ?><p>« <?cs var:d.mot ?> »</p><?cs /if ?>
				<form class="row" method="post"
						action="/groupes/<?cs var:groupe.id ?>/demandes/<?cs var:d.id ?>">
					<?cs call:csrf() ?>
					<?cs if:d.genre == "demande" ?>
						<label class="vh" for="r<?cs var:d.id ?>">Un mot à <?cs var:d.prenom ?></label>
						<input class="grow" type="text" id="r<?cs var:d.id ?>" name="mot" maxlength="1000"
							placeholder="Un mot (facultatif)">
						<button class="btn" name="acte" value="accepter">Accepter</button>
						<button class="btn b2" name="acte" value="refuser">Refuser</button>
					<?cs else ?>
						<button class="btn b3" name="acte" value="retirer">Retirer l’invitation</button>
					<?cs /if ?>
				</form>
			</li>
		<?cs /each ?>
	</ul>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("check") ?>
		<h2>Aucune demande en attente</h2>
		<p>Les demandes pour entrer dans le groupe, et les invitations sans réponse, se lisent ici.</p>
		<?cs if:Droits.ecrit ?>
			<p><a class="btn b2" href="/groupes/<?cs var:groupe.id ?>/inviter">Inviter quelqu’un</a></p>
		<?cs /if ?>
	</div>
<?cs /if ?>
