<?cs # Rights of a person over her data (GDPR, articles 15 to 21) ?>
<?cs include:"droits_mots.cs" ?>
<?cs set:Form.rectification.label = "Ce qui est faux, et ce qu’il faudrait lire" ?>
<?cs set:Form.usage.label = "Quel usage" ?>
<?cs set:Form.raison.label = "Ce qui, dans votre situation, s’y oppose" ?>
<?cs set:Form.limitation.label = "Pourquoi" ?>
<?cs set:Form.limitation.aide = "Par exemple : une donnée est fausse et on la vérifie, vous vous opposez à un
	usage, vous avez besoin qu’on garde vos données pour faire valoir un droit." ?>
<?cs set:Form.certain.label = "J’ai compris : d’ici là je n’aurai plus accès à mes groupes, et personne ne m’y
	verra" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Mes droits</h1>
		<p>Ce que vous pouvez demander de vos données, et ce qui se fait aussitôt.</p>
	</div>
</div>
<div class="read stack g6">
	<?cs call:erreurs() ?>
	<?cs if:Droits.limite ?>
		<section class="panel stack g3" aria-labelledby="aside">
			<h2 id="aside">Vos données sont mises de côté</h2>
			<p>
				Depuis le <?cs var:Droits.limite ?> : rien n’y change, aucun courriel ne part, et seule la
				personne qui répond à votre demande les voit.
			</p>
			<form method="post" action="/compte/droits/levee">
				<?cs call:csrf() ?>
				<button class="btn">Lever la limitation</button>
			</form>
		</section>
	<?cs /if ?>
	<?cs if:subcount(demandes) ?>
		<section aria-labelledby="dem">
			<h2 id="dem">Ce que vous avez demandé</h2>
			<ul class="rows">
				<?cs each:d = demandes ?>
					<li class="row nw g3">
						<div class="grow">
							<?cs if:d.genre == "acces" ?>Accès à vos données
							<?cs elif:d.genre == "rectification" ?>Rectification
							<?cs elif:d.genre == "effacement" ?>Effacement
							<?cs elif:d.genre == "opposition" ?>Opposition
							<?cs elif:d.genre == "limitation" ?>Limitation
							<?cs else ?>Portabilité
							<?cs /if ?>
							<small class="m">le <?cs var:d.recue ?></small>
						</div>
						<?cs if:?d.rendue_le && d.rendue_le ?>
							<span class="tag ok">répondu</span>
						<?cs else ?>
							<span class="tag">réponse avant le <?cs var:d.avant ?></span>
						<?cs /if ?>
					</li>
				<?cs /each ?>
			</ul>
		</section>
	<?cs /if ?>
	<section class="stack g3" aria-labelledby="lire">
		<h2 id="lire">Lire, emporter, effacer</h2>
		<ul class="links">
			<li><a href="/compte/donnees">Voir mes données et les emporter</a></li>
			<li><a href="/compte/effacement">Demander l’effacement</a></li>
			<li><a href="/public/donnees">Ce que nous faisons de vos données</a></li>
		</ul>
	</section>
	<section class="stack g3" aria-labelledby="rec">
		<h2 id="rec">Faire rectifier</h2>
		<p class="m">
			<a href="/contacts/<?cs var:User.id ?>/modifier">Votre présentation</a> se change aussitôt. Le
			reste vient de la base de contacts : dites ici ce qui est faux, réponse dans le mois.
		</p>
		<form class="stack" method="post" action="/compte/droits/rectification" novalidate>
			<?cs call:csrf() ?>
			<?cs call:texte_long("rectification", "3") ?>
			<div class="row"><button class="btn b2">Demander la rectification</button></div>
		</form>
	</section>
	<section class="stack g3" aria-labelledby="acc">
		<h2 id="acc">Mes accords</h2>
		<?cs call:accords_liste("/compte/droits/accords") ?>
	</section>
	<section class="stack g3" aria-labelledby="opp">
		<h2 id="opp">M’opposer à un usage</h2>
		<form class="stack" method="post" action="/compte/droits/oppositions">
			<?cs call:csrf() ?>
			<fieldset>
				<legend>Je refuse, dès maintenant</legend>
				<?cs call:oppositions_cases() ?>
			</fieldset>
			<div class="row"><button class="btn b2">Enregistrer mes refus</button></div>
			<p class="s m">
				Ce dont on vous prévient se règle dans <a href="/notifications/preferences">vos
				préférences</a>, ce que les autres voient de vous dans <a
					href="/contacts/<?cs var:User.id ?>/discretion">votre discrétion</a>.
			</p>
		</form>
		<details<?cs if:?Form.raison.error || ?Form.usage.error ?> open<?cs /if ?>>
			<summary class="btn b3">Un autre usage</summary>
			<form class="stack mt" method="post" action="/compte/droits/opposition" novalidate>
				<?cs call:csrf() ?>
				<?cs call:liste("usage", usages, "Choisir") ?>
				<?cs call:texte_long("raison", "3") ?>
				<div class="row"><button class="btn b2">Envoyer mon opposition</button></div>
			</form>
		</details>
	</section>
	<?cs if:!Droits.limite ?>
		<section class="stack g3" aria-labelledby="lim">
			<h2 id="lim">Limiter</h2>
			<p class="m">
				Vos données sont mises de côté : gardées, mais rien n’y change, aucun courriel ne part, et
				seule la personne qui répond à votre demande les voit. Ce que vous avez écrit à d’autres
				reste chez eux. Vous levez la limitation ici, quand vous voulez.
			</p>
			<details<?cs if:?Form.limitation.error || ?Form.certain.error ?> open<?cs /if ?>>
				<summary class="btn b3">Mettre mes données de côté</summary>
				<form class="stack mt" method="post" action="/compte/droits/limitation" novalidate>
					<?cs call:csrf() ?>
					<?cs call:texte_long("limitation", "3") ?>
					<?cs call:case("certain") ?>
					<div class="row"><button class="btn bad">Mettre de côté maintenant</button></div>
				</form>
			</details>
		</section>
	<?cs /if ?>
</div>
