<?cs def:membre_ligne(p) ?>
	<div class="grow">
		<a class="who" href="/contacts/<?cs var:p.id ?>">
			<?cs call:av(p) ?>
			<span>
				<?cs var:p.prenom ?> <?cs var:p.nom ?> <small>
					<?cs if:p.roles ?><?cs var:p.roles ?>, depuis
					<?cs else ?>Depuis
					<?cs /if ?> le <?cs var:p.depuis ?>
					<?cs if:?p.jusqu_a ?>, jusqu’au <?cs var:p.jusqu_a ?><?cs /if ?>
				</small>
			</span>
		</a>
	</div>
	<?cs if:Droits.gere ?>
		<a class="btn b3" href="<?cs var:url_validate(p.gerer) ?>">
			Rôles<span class="vh"> <?cs var:de(p.prenom) ?> <?cs var:p.nom ?></span>
		</a>
	<?cs /if ?>
<?cs /def ?>

<?cs include:"groupes/onglets.cs" ?>
<div class="head">
	<form class="row nw" method="get" action="/groupes/<?cs var:groupe.id ?>/membres" role="search"
			aria-label="Chercher parmi les membres">
		<div class="find grow">
			<label class="vh" for="mq">Nom du membre</label>
			<?cs call:ic("search") ?>
			<input type="search" id="mq" name="q" maxlength="100" value="<?cs var:Filtre.q ?>"
				placeholder="Nom…">
		</div>
		<button class="btn b2">Chercher</button>
	</form>
	<div class="row">
		<?cs if:Droits.ecrit ?>
			<a class="btn" href="/groupes/<?cs var:groupe.id ?>/inviter">
				<?cs call:ic("plus") ?> Ajouter ou inviter
			</a>
		<?cs /if ?>
		<?cs if:subcount(items) ?>
			<?cs set:Export.p = "/groupes/" + groupe.id + "/membres" ?>
			<?cs set:Export.q = "" ?>
			<?cs if:?Filtre.anciens ?><?cs set:Export.q = "vue=anciens" ?><?cs /if ?>
			<?cs call:exporter(Export.p, Export.q) ?>
		<?cs /if ?>
	</div>
</div>
<?cs if:Droits.gere ?>
	<nav class="seg" aria-label="Qui montrer">
		<a href="/groupes/<?cs var:groupe.id ?>/membres"
				<?cs if:!?Filtre.anciens ?> aria-current="true"<?cs /if ?>>
			Aujourd’hui
		</a>
		<a href="/groupes/<?cs var:groupe.id ?>/membres?vue=anciens"
				<?cs if:?Filtre.anciens ?> aria-current="true"<?cs /if ?>>
			Avant
		</a>
		<a href="/groupes/<?cs var:groupe.id ?>/demandes">
			Demandes
			<?cs if:Droits.demandes > #0 ?> <span class="count"><?cs var:Droits.demandes ?></span><?cs /if ?>
		</a>
	</nav>
<?cs /if ?>
<?cs if:subcount(items) ?>
	<p class="mt">
		<b>
			<?cs var:total ?> <?cs if:?Filtre.anciens ?>personne<?cs call:s(total) ?>, avant
			<?cs else ?>membre<?cs call:s(total) ?>
			<?cs /if ?>
		</b>
		<?cs if:!?Filtre.anciens && total < groupe.membres && Filtre.q == "" ?> <small>
			que vous pouvez voir, sur <?cs var:groupe.membres ?>
		</small><?cs /if ?>
	</p>
	<ul class="rows" aria-label="Membres">
		<?cs each:p = items ?><li class="row nw"><?cs call:membre_ligne(p) ?></li><?cs /each ?>
	</ul>
	<?cs call:suite(Pager) ?>
<?cs else ?>
	<div class="empty">
		<?cs call:ic("user") ?>
		<h2>Personne à montrer ici</h2>
		<p>
			<?cs if:Filtre.q != "" ?>
				Aucun membre ne porte ce nom, ou vos droits ne permettent pas de le voir.
			<?cs else ?>
				Ce groupe n’a pas encore de membre, ou vos droits ne permettent pas de voir leurs noms.
			<?cs /if ?>
		</p>
	</div>
<?cs /if ?>
