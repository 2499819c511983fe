<?cs include:"agenda/macros.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Organiser à plusieurs</h1>
		<p>
			Ces personnes gèrent cet événement avec vous : lui seul, et rien d’autre de ce que vous gérez.
		</p>
	</div>
</div>
<div class="stack g6 read">
	<section class="stack g3" aria-labelledby="eq">
		<h2 id="eq">Avec vous</h2>
		<?cs if:subcount(Equipe) ?>
			<ul class="rows">
				<?cs each:p = Equipe ?>
					<li class="row">
						<?cs call:qui(p, "") ?>
						<form class="push" method="post"
								action="/agenda/<?cs var:evenement.id ?>/organisateurs">
							<?cs call:csrf() ?>
							<input type="hidden" name="contact" value="<?cs var:p.id ?>">
							<button class="btn b3" name="acte" value="retirer">
								Retirer<span class="vh"> <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
							</button>
						</form>
					</li>
				<?cs /each ?>
			</ul>
		<?cs else ?>
			<p>Personne pour l’instant.</p>
		<?cs /if ?>
	</section>
	<section class="stack g3" aria-labelledby="aj">
		<h2 id="aj">Ajouter une personne</h2>
		<?cs call:cherche_personne("organisateurs") ?>
		<?cs if:subcount(Trouves) ?>
			<form class="stack" method="post" action="/agenda/<?cs var:evenement.id ?>/organisateurs">
				<?cs call:csrf() ?>
				<?cs call:trouvees("radio", "Qui ?") ?>
				<div class="row"><button class="btn" name="acte" value="ajouter">Ajouter</button></div>
			</form>
		<?cs elif:Filtre.q != "" ?>
			<?cs call:inconnue() ?>
		<?cs /if ?>
	</section>
	<div class="row"><a class="btn b3" href="/agenda/<?cs var:evenement.id ?>">Revenir à l’événement</a></div>
</div>
