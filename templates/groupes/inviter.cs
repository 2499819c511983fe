<?cs set:Form.role.label = "Rôle" ?>
<?cs set:Form.role.aide = "Pour qui entre aussitôt ; une invitation fait d’abord entrer comme membre." ?>
<?cs set:Form.mot.label = "Un mot" ?>
<?cs set:Form.mot.facultatif = "1" ?>
<?cs set:Form.adresses.label = "Adresses" ?>
<?cs set:Form.adresses.aide = "Une par ligne, ou séparées par des virgules. Seules les personnes connues de
	l’association reçoivent l’invitation ; qui elles sont ne vous est dit que lorsqu’elles entrent." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/groupes">Groupes</a></li>
		<li><a href="/groupes/<?cs var:groupe.id ?>"><?cs var:groupe.titre ?></a></li>
		<li><a href="/groupes/<?cs var:groupe.id ?>/membres">Membres</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Ajouter ou inviter</h1>
		<p>
			Les personnes dont vous gérez déjà la fiche entrent aussitôt ; les autres reçoivent une invitation
			et choisissent.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="cols even">
	<div class="stack g6">
		<section class="stack" aria-labelledby="nom">
			<h2 id="nom">Par leur nom</h2>
			<form class="row" method="get" action="/groupes/<?cs var:groupe.id ?>/inviter" role="search"
					aria-label="Chercher une personne">
				<div class="find grow">
					<label class="vh" for="iq">Nom de la personne</label>
					<?cs call:ic("search") ?>
					<input type="search" id="iq" name="q" maxlength="100" value="<?cs var:Filtre.q ?>"
						placeholder="Nom…">
				</div>
				<button class="btn b2">Chercher</button>
			</form>
			<?cs if:subcount(Trouves) ?>
				<form class="stack" method="post" action="/groupes/<?cs var:groupe.id ?>/inviter" novalidate>
					<?cs call:csrf() ?>
					<input type="hidden" name="q" value="<?cs var:Filtre.q ?>">
					<fieldset id="f-contact" tabindex="-1">
						<legend>Qui ?</legend>
						<?cs each:p = Trouves ?>
							<label class="ck">
								<input type="radio" name="contact" value="<?cs var:p.id ?>">
								<?cs call:av(p) ?>
								<span>
									<?cs var:p.prenom ?> <?cs var:p.nom ?> <small><?cs var:p.effet ?></small>
								</span>
							</label>
						<?cs /each ?>
					</fieldset>
					<?cs call:liste("role", Roles, "") ?>
					<div class="f">
						<label for="mot1">Un mot <span class="hint">(facultatif)</span></label>
						<textarea id="mot1" name="mot" rows="2"></textarea>
					</div>
					<div class="row"><button class="btn">Ajouter ou inviter</button></div>
				</form>
			<?cs elif:Filtre.q != "" ?>
				<p>Personne de ce nom que vous puissiez voir et qui ne soit déjà dans le groupe.</p>
			<?cs /if ?>
		</section>
		<?cs if:subcount(Segments) ?>
			<section class="stack" aria-labelledby="seg">
				<h2 id="seg">Par segment</h2>
				<form class="row" method="get" action="/groupes/<?cs var:groupe.id ?>/inviter">
					<div class="f grow">
						<label for="sg">Segment</label>
						<select id="sg" name="segment">
							<?cs each:s = Segments ?>
								<option value="<?cs var:s.valeur ?>"
										<?cs if:s.valeur == Segment.id ?> selected<?cs /if ?>>
									<?cs var:s.libelle ?>
								</option>
							<?cs /each ?>
						</select>
					</div>
					<button class="btn b2">Compter</button>
				</form>
				<?cs if:?Segment.id ?>
					<form class="stack" method="post" action="/groupes/<?cs var:groupe.id ?>/inviter">
						<?cs call:csrf() ?>
						<input type="hidden" name="segment" value="<?cs var:Segment.id ?>">
						<p>
							<b><?cs var:nb(Segment.n) ?> personne<?cs call:s(Segment.n) ?></b> que vous pouvez
							voir. Qui est déjà dans le groupe, ou invité-e, ne reçoit rien.
						</p>
						<div class="f">
							<label for="mot2">Un mot <span class="hint">(facultatif)</span></label>
							<textarea id="mot2" name="mot" rows="2"></textarea>
						</div>
						<div class="row"><button class="btn">Inviter ces personnes</button></div>
					</form>
				<?cs /if ?>
			</section>
		<?cs /if ?>
	</div>
	<form class="panel stack" method="post" action="/groupes/<?cs var:groupe.id ?>/inviter" novalidate
			aria-labelledby="adr">
		<h2 id="adr">Par courriel</h2>
		<?cs call:csrf() ?>
		<?cs call:texte_long("adresses", "4") ?>
		<?cs call:texte_long("mot", "3") ?>
		<div class="row"><button class="btn b2">Envoyer les invitations</button></div>
	</form>
</div>
