<?cs set:Form.nom.label = "Nom du segment" ?>
<?cs set:Form.nom.aide = "Par exemple : « Photographes d’Île-de-France »." ?>
<?cs set:Form.description.label = "À quoi il sert" ?>
<?cs set:Form.description.facultatif = "1" ?>
<?cs set:Form.partage.label = "Qui peut s’en servir" ?>
<?cs set:Form.partage.aide = "Chaque personne y trouve seulement celles que ses propres droits lui
	montrent." ?>

<?cs # One value of condition n, the k-th, in a field of that type ?>
<?cs def:valeur(n, k, genre, mots) ?>
	<label class="vh" for="v<?cs var:n.i ?>-<?cs var:k ?>"><?cs var:n.libelle ?><?cs var:mots ?></label>
	<input type="<?cs var:genre ?>" id="v<?cs var:n.i ?>-<?cs var:k ?>"
		name="<?cs if:k == #1 ?>w<?cs else ?>v<?cs /if ?><?cs var:n.i ?>" value="<?cs var:n.v[k] ?>"
		<?cs if:genre == "number" ?> step="any"<?cs elif:genre == "text" ?> maxlength="200"<?cs /if ?>>
<?cs /def ?>

<?cs def:valeurs(n) ?>
	<?cs if:n.saisie == "texte" ?>
		<?cs if:subcount(n.v) > #1 && !n.postal ?>
			<?cs each:x = n.v ?><?cs call:valeur(n, name(x), "text", "") ?><?cs /each ?>
		<?cs else ?>
			<?cs call:valeur(n, "0", "text", "") ?>
			<?cs if:n.postal ?>
				<span class="hint">« 75 » : tout le département ; plusieurs : « 75, 92 ».</span>
			<?cs /if ?>
		<?cs /if ?>
	<?cs elif:n.saisie == "date" ?>
		<?cs call:valeur(n, "0", "date", "") ?>
	<?cs elif:n.saisie == "dates" ?>
		<?cs call:valeur(n, "0", "date", ", du") ?>
		<span>et</span>
		<?cs call:valeur(n, "1", "date", ", au") ?>
	<?cs elif:n.saisie == "nombre" ?>
		<?cs call:valeur(n, "0", "number", "") ?>
	<?cs elif:n.saisie == "nombres" ?>
		<?cs call:valeur(n, "0", "number", ", de") ?>
		<span>et</span>
		<?cs call:valeur(n, "1", "number", ", à") ?>
	<?cs elif:n.saisie == "un_mois" ?>
		<label class="vh" for="v<?cs var:n.i ?>"><?cs var:n.libelle ?></label>
		<select id="v<?cs var:n.i ?>" name="v<?cs var:n.i ?>">
			<option value="">Choisir…</option>
			<?cs each:o = n.mois ?>
				<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
					<?cs var:o.libelle ?>
				</option>
			<?cs /each ?>
		</select>
	<?cs elif:n.saisie == "choix" ?>
		<?cs if:subcount(n.cases) ?>
			<div class="row g5" role="group" aria-label="<?cs var:n.libelle ?>">
				<?cs each:o = n.cases ?>
					<label class="ck">
						<input type="checkbox" name="v<?cs var:n.i ?>" value="<?cs var:o.valeur ?>"
							<?cs if:o.choisi ?> checked<?cs /if ?>> <?cs var:o.libelle ?>
					</label>
				<?cs /each ?>
			</div>
		<?cs /if ?>
		<?cs call:cherche(n, n.libelle, n.autres) ?>
		<?cs if:subcount(n.autres) ?>
			<label class="vh" for="v<?cs var:n.i ?>-plus"><?cs var:n.libelle ?> : en ajouter</label>
			<select id="v<?cs var:n.i ?>-plus" name="w<?cs var:n.i ?>" data-press="relire">
				<option value=""><?cs if:subcount(n.cases) ?>Ajouter…<?cs else ?>Choisir…<?cs /if ?></option>
				<?cs each:o = n.autres ?>
					<option value="<?cs var:o.valeur ?>"><?cs var:o.libelle ?></option>
				<?cs /each ?>
			</select>
		<?cs /if ?>
		<?cs if:n.groupes ?>
			<label class="ck">
				<input type="checkbox" name="d<?cs var:n.i ?>" value="1"
					<?cs if:n.dessous ?> checked<?cs /if ?>> et les groupes qui en dépendent
			</label>
			<label class="vh" for="r<?cs var:n.i ?>">Rôle</label>
			<select id="r<?cs var:n.i ?>" name="r<?cs var:n.i ?>">
				<option value="">Tous les rôles</option>
				<?cs each:o = n.roles ?>
					<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
						<?cs var:o.libelle ?>
					</option>
				<?cs /each ?>
			</select>
		<?cs /if ?>
	<?cs /if ?>
<?cs /def ?>

<?cs # A condition, or a group with all that it holds ?>
<?cs def:noeud(n) ?>
	<?cs if:n.groupe ?>
		<div class="<?cs if:n.i == #0 ?>stack g3<?cs else ?>card stack g3<?cs /if ?>" role="group"
				aria-label="<?cs if:n.i == #0 ?>Conditions du segment<?cs else ?>Groupe de conditions
					<?cs /if ?>">
			<input type="hidden" name="p<?cs var:n.i ?>" value="<?cs var:n.p ?>">
			<?cs if:n.ouvert ?><input type="hidden" name="ici" value="<?cs var:n.i ?>"><?cs /if ?>
			<div>
				<label for="g<?cs var:n.i ?>">
					<?cs if:n.i == #0 ?>Les personnes qui remplissent<?cs else ?>Qui remplissent<?cs /if ?>
				</label>
				<div class="row nw fit">
					<select id="g<?cs var:n.i ?>" name="g<?cs var:n.i ?>">
						<?cs each:o = n.liens ?>
							<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
								<?cs var:o.libelle ?>
							</option>
						<?cs /each ?>
					</select>
					<?cs if:n.i != #0 ?>
						<button class="ib" name="faire" value="x:<?cs var:n.i ?>">
							<?cs call:ic("x") ?><span class="vh">Retirer ce groupe de conditions</span>
						</button>
					<?cs /if ?>
				</div>
			</div>
			<?cs if:?n.attend && n.i != #0 ?><p class="hint"><?cs var:n.attend ?></p><?cs /if ?>
			<?cs if:?n.manque && n.i != #0 ?>
				<p class="err"><?cs call:ic("warn") ?> <?cs var:n.manque ?></p>
			<?cs /if ?>
			<?cs each:c = n.enfants ?>
				<?cs if:!first(c) ?><p class="s m"><?cs var:n.mot ?></p><?cs /if ?>
				<?cs call:noeud(c) ?>
			<?cs /each ?>
			<?cs if:!Arbre.plein && n.ajout ?>
				<div class="row fit">
					<label class="vh" for="n<?cs var:n.i ?>">Condition à ajouter</label>
					<select id="n<?cs var:n.i ?>" name="n<?cs var:n.i ?>" data-press="c<?cs var:n.i ?>">
						<option value="">Ajouter une condition sur…</option>
						<?cs each:o = Sujets.tous ?>
							<option value="<?cs var:o.valeur ?>"><?cs var:o.libelle ?></option>
						<?cs /each ?>
					</select>
					<button class="btn b2" id="c<?cs var:n.i ?>" name="faire" value="c:<?cs var:n.i ?>">
						<?cs call:ic("plus") ?> Ajouter
					</button>
					<?cs if:!n.profond ?>
						<button class="btn b3" name="faire" value="g:<?cs var:n.i ?>">
							<?cs call:ic("plus") ?> Groupe de conditions
						</button>
					<?cs /if ?>
				</div>
			<?cs elif:!Arbre.plein ?>
				<div class="row">
					<button class="btn b3" name="faire" value="m:<?cs var:n.i ?>">
						<?cs call:ic("plus") ?> Ajouter ici
					</button>
				</div>
			<?cs /if ?>
		</div>
	<?cs elif:!n.ouvert ?>
		<input type="hidden" name="k<?cs var:n.i ?>" value="<?cs var:n.p ?> <?cs var:n.json ?>">
		<div class="row nw">
			<button class="btn b2 pli grow" name="faire" value="m:<?cs var:n.i ?>">
				<?cs var:n.phrase ?><?cs call:ic("pen") ?>
			</button>
			<button class="ib" name="faire" value="x:<?cs var:n.i ?>"
					aria-label="Retirer : <?cs var:n.phrase ?>">
				<?cs call:ic("x") ?>
			</button>
		</div>
		<?cs if:?n.manque ?><p class="err"><?cs call:ic("warn") ?> <?cs var:n.manque ?></p><?cs /if ?>
		<?cs if:?n.note ?><p class="hint"><?cs var:n.note ?></p><?cs /if ?>
	<?cs else ?>
		<div class="panel stack g2" role="group" aria-label="<?cs var:n.libelle ?>">
			<input type="hidden" name="ici" value="<?cs var:n.i ?>">
			<input type="hidden" name="p<?cs var:n.i ?>" value="<?cs var:n.p ?>">
			<input type="hidden" name="s<?cs var:n.i ?>" value="<?cs var:n.sujet ?>">
			<div class="row nw">
				<b class="grow"><?cs var:n.libelle ?></b>
				<button class="ib" name="faire" value="x:<?cs var:n.i ?>">
					<?cs call:ic("x") ?><span class="vh">Retirer la condition <?cs var:n.libelle ?></span>
				</button>
			</div>
			<div class="row fit">
				<?cs if:subcount(n.ops) > #1 ?>
					<label class="vh" for="o<?cs var:n.i ?>">Comparer</label>
					<select id="o<?cs var:n.i ?>" name="o<?cs var:n.i ?>" data-press="relire">
						<?cs each:o = n.ops ?>
							<option value="<?cs var:o.valeur ?>"<?cs if:o.choisi ?> selected<?cs /if ?>>
								<?cs var:o.libelle ?>
							</option>
						<?cs /each ?>
					</select>
				<?cs else ?>
					<input type="hidden" name="o<?cs var:n.i ?>" value="<?cs var:n.op ?>">
				<?cs /if ?>
				<?cs if:?n.saisie ?>
					<?cs call:valeurs(n) ?>
				<?cs else ?>
					<?cs each:x = n.v ?>
						<input type="hidden" name="v<?cs var:n.i ?>" value="<?cs var:x ?>">
					<?cs /each ?>
				<?cs /if ?>
			</div>
			<?cs if:?n.attend ?><p class="hint"><?cs var:n.attend ?></p><?cs /if ?>
			<?cs if:?n.manque ?><p class="err"><?cs call:ic("warn") ?> <?cs var:n.manque ?></p><?cs /if ?>
			<?cs if:?n.note ?><p class="hint"><?cs var:n.note ?></p><?cs /if ?>
		</div>
	<?cs /if ?>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/annuaire">Annuaire</a></li>
		<li><a href="/annuaire/segments">Segments</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<p>
			Un segment est une liste de personnes décrite par des conditions. Il est recalculé chaque fois que
			l’on s’en sert.
		</p>
	</div>
	<?cs if:?segment.id && ?Form.partage.value && Form.partage.value != "" && Form.partage.value != "prive" ?>
		<?cs call:qui_voit(segment.id) ?>
	<?cs /if ?>
	<?cs if:?segment.id && !segment.modifiable ?>
		<a class="btn" href="<?cs var:url_validate(segment.copie) ?>">En faire une copie</a>
	<?cs /if ?>
</div>
<?cs call:erreurs() ?>
<form class="stack g5" id="composer" method="post" action="<?cs var:url_validate(Action) ?>"
		data-part="#composer" data-compte="/annuaire/segments/compte.json" novalidate>
	<?cs call:csrf() ?>
	<button class="vh" id="relire" name="faire" value="relire" tabindex="-1" aria-hidden="true">
		Relire
	</button>
	<?cs call:noeud(Arbre) ?>
	<div class="panel stack g2" id="f-conditions" tabindex="-1">
		<p>
			<?cs call:ic("user") ?> <b id="compte" aria-live="polite">
				<?cs if:?Compte.manque ?>
					<?cs var:Compte.manque ?>
				<?cs elif:?Compte.beaucoup ?>
					Plus de 10 000 personnes
				<?cs elif:?Compte.nombre ?>
					<?cs if:Compte.nombre == #0 ?>Personne pour l’instant
					<?cs else ?><?cs var:nb(Compte.nombre) ?> personne<?cs call:s(Compte.nombre) ?>
					<?cs /if ?>
				<?cs else ?>
					Ajoutez une condition pour compter
				<?cs /if ?>
			</b>
		</p>
		<div class="row">
			<button class="btn b2" name="faire" value="compter">Compter</button>
			<?cs if:?Inviter ?>
				<a class="btn b3" href="<?cs var:url_validate(Inviter) ?>">Inviter à créer un compte</a>
			<?cs /if ?>
			<?cs if:?Compte.liste ?>
				<a class="btn b3" href="<?cs var:url_validate(Compte.liste) ?>">Voir ces personnes</a>
			<?cs /if ?>
		</div>
	</div>
	<?cs if:!?segment.id || segment.modifiable ?>
		<div class="stack read">
			<?cs call:champ("text", "nom", "") ?>
			<?cs call:champ("text", "description", "") ?>
			<?cs call:liste("partage", Partages, "") ?>
			<div class="row">
				<button class="btn" name="faire" value="garder" data-whole>Garder ce segment</button>
				<a class="btn b3" href="/annuaire/segments">Annuler</a>
			</div>
		</div>
	<?cs /if ?>
</form>
<?cs if:?segment.id && segment.modifiable ?>
	<form class="row mt" method="post" action="/annuaire/segments/<?cs var:segment.id ?>/supprimer">
		<?cs call:csrf() ?>
		<button class="btn bad" data-confirm="Le segment « <?cs var:segment.titre ?> » disparaît ; les
					personnes ne changent pas." data-verb="Supprimer le segment">
			Supprimer ce segment
		</button>
	</form>
<?cs /if ?>
