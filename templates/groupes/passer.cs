<?cs set:Form.reste.label = "Je reste aussi à la coordination, le temps de transmettre" ?>
<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1>Passer la main</h1>
		<p>
			Vous êtes <?cs var:Passe.titre ?> dans « <?cs var:groupe.titre ?> » : choisissez qui
			prend la suite. Cette personne est prévenue, et vous restez membre.
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack read">
	<form class="row" method="get" action="/groupes/<?cs var:groupe.id ?>/passer-la-main" role="search"
			aria-label="Chercher parmi les membres">
		<div class="find grow">
			<label class="vh" for="pq">Nom du membre</label>
			<?cs call:ic("search") ?>
			<input type="search" id="pq" name="q" maxlength="100" value="<?cs var:Filtre.q ?>"
				placeholder="Nom…">
		</div>
		<button class="btn b2">Chercher</button>
	</form>
	<?cs if:subcount(Trouves) ?>
		<form class="stack" method="post" action="/groupes/<?cs var:groupe.id ?>/passer-la-main" novalidate>
			<?cs call:csrf() ?>
			<?cs if:Passe.siege ?>
				<input type="hidden" name="demande" value="Bonjour, je passe la coordination de « <?cs
					var:groupe.titre ?> » (<?cs var:Site.url ?>/groupes/<?cs var:groupe.id ?>). Pouvez-vous le
					mettre à jour dans HubSpot, et confirmer la personne qui prend la suite ? C’est :">
			<?cs /if ?>
			<fieldset id="f-qui" tabindex="-1">
				<legend>Qui prend la suite ?</legend>
				<?cs each:p = Trouves ?>
					<label class="ck">
						<input type="radio" name="qui" value="<?cs var:p.id ?>">
						<?cs call:av(p) ?> <span><?cs var:p.prenom ?> <?cs var:p.nom ?></span>
					</label>
				<?cs /each ?>
			</fieldset>
			<?cs if:#total > #montre ?>
				<p class="hint">
					Douze membres sur <?cs var:nb(total) ?> : cherchez les autres par leur nom.
				</p>
			<?cs /if ?>
			<?cs call:case("reste") ?>
			<?cs if:Passe.siege ?>
				<p class="s m">
					Votre rôle est tenu par le Siège : votre demande lui arrive aussi, toute prête, et il
					confirme la suite.
				</p>
			<?cs /if ?>
			<div class="row">
				<button class="btn">Passer la main</button>
				<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>">Annuler</a>
			</div>
		</form>
	<?cs elif:Filtre.q != "" ?>
		<p>Aucun membre de ce nom.</p>
	<?cs else ?>
		<p>
			Personne d’autre n’est encore dans ce groupe : <a href="/groupes/<?cs var:groupe.id ?>/inviter">
				invitez d’abord qui prendra la suite
			</a>.
		</p>
	<?cs /if ?>
</div>
