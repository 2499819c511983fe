<?cs set:Form.texte.label = "Votre question" ?>
<?cs set:Form.choix.label = "Réponses possibles" ?>
<?cs set:Form.choix.facultatif = "1" ?>
<?cs set:Form.choix.aide = "Une par ligne. Vide : chaque personne écrit ce qu’elle veut." ?>
<?cs set:Form.obligatoire.label = "Il faut y répondre pour s’inscrire" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Questions à l’inscription</h1>
		<p>Qui s’inscrit y répond. Les réponses sont effacées trois mois après l’événement.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<div class="stack g6 read">
	<?cs if:subcount(questions) ?>
		<ul class="rows">
			<?cs each:q = questions ?>
				<li class="row">
					<div class="grow">
						<p>
							<b><?cs var:q.texte ?></b>
							<?cs if:q.obligatoire ?> <span class="tag">Obligatoire</span><?cs /if ?>
						</p>
						<?cs if:q.choix ?><p class="s m"><?cs var:q.choix ?></p><?cs /if ?>
						<p class="s m"><?cs var:q.n ?> réponse<?cs call:s(q.n) ?></p>
					</div>
					<form class="push" method="post"
							action="/agenda/<?cs var:evenement.id ?>/questions/<?cs var:q.id ?>/retirer">
						<?cs call:csrf() ?>
						<button class="btn b3">
							Retirer<span class="vh"> : <?cs var:q.texte ?>, et ses réponses</span>
						</button>
					</form>
				</li>
			<?cs /each ?>
		</ul>
	<?cs /if ?>
	<form class="stack" method="post" action="/agenda/<?cs var:evenement.id ?>/questions" novalidate>
		<?cs call:csrf() ?>
		<?cs call:champ("text", "texte", "") ?>
		<?cs call:texte_long("choix", "4") ?>
		<?cs call:case("obligatoire") ?>
		<div class="row">
			<button class="btn">Ajouter cette question</button>
			<a class="btn b3" href="/agenda/<?cs var:evenement.id ?>">Revenir à l’événement</a>
		</div>
	</form>
</div>
