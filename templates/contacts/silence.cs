<div class="head">
	<div>
		<h1>Sans nouvelles</h1>
		<p>
			Personne n’est retiré-e d’un groupe pour son silence. Cette liste sert à prendre des nouvelles,
			rien d’autre.
		</p>
	</div>
	<a class="btn b2" href="/contacts/accueil"><?cs call:ic("heart") ?> Personnes à accueillir</a>
	<?cs set:Export.q = "groupe=" + Silence.groupe ?>
	<?cs call:exporter("/contacts/silence", Export.q) ?>
</div>
<div class="stack g5">
	<?cs set:Form.groupe.label = "Groupe" ?>
	<form class="row" method="get" action="/contacts/silence">
		<?cs call:liste("groupe", Filtre.groupes, "") ?>
		<button class="btn b2">Voir</button>
	</form>
	<h2 class="ttl">
		<?cs var:Silence.titre ?> : <?cs var:nb(total) ?> personne<?cs call:s(total) ?> sans signe de vie
		depuis <?cs var:Silence.jours ?> jours
	</h2>
	<?cs if:subcount(items) ?>
		<details>
			<summary class="btn b3"><?cs call:ic("heart") ?> Un message tout prêt</summary>
			<p class="panel read pre"><?cs var:Message.texte ?></p>
		</details>
		<ul class="rows">
			<?cs each:p = items ?>
				<li class="row g3">
					<?cs call:av(p) ?>
					<div class="grow">
						<p>
							<a href="/contacts/<?cs var:p.id ?>">
								<b><?cs var:p.prenom ?> <?cs var:p.nom ?></b>
							</a>
						</p>
						<p class="s m">
							<?cs var:p.jours ?> jours
							<?cs if:!p.compte ?>, n’a pas ouvert son compte<?cs /if ?>
							<?cs if:?p.demandees_le ?>
								, nouvelles demandées <?cs var:p.demandees_le ?>
							<?cs /if ?>
						</p>
					</div>
					<form class="row" method="post" action="/contacts/silence/<?cs var:p.id ?>">
						<?cs call:csrf() ?>
						<input type="hidden" name="groupe" value="<?cs var:Silence.groupe ?>">
						<button class="btn b2" name="genre" value="demandees">
							J’ai écrit<span class="vh"> à <?cs var:p.prenom ?> <?cs var:p.nom ?></span>
						</button>
						<button class="btn b3" name="genre" value="recues">
							J’ai eu des
							nouvelles<span class="vh"> <?cs var:de(p.prenom) ?> <?cs var:p.nom ?></span>
						</button>
					</form>
				</li>
			<?cs /each ?>
		</ul>
		<?cs call:pager(Pager) ?>
		<p class="s m">Les personnes qui se disent en pause n’y sont pas.</p>
	<?cs else ?>
		<div class="panel empty">
			<?cs call:vide("heart", "Tout le monde donne signe de vie", "Rien à faire pour ce groupe.") ?>
		</div>
	<?cs /if ?>
</div>
