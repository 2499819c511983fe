<div class="head">
	<div>
		<h1>Contacter le Siège</h1>
		<p>Une personne de l’équipe vous répond, d’ordinaire en quelques jours.</p>
	</div>
</div>
<article class="read">
	<?cs if:?Site.contact ?>
		<p>
			Écrivez à <a href="mailto:<?cs var:Site.contact ?>"><?cs var:Site.contact ?></a>, depuis l’adresse
			que vous avez donnée à l’équipe si vous le pouvez : nous vous retrouverons plus vite.
		</p>
	<?cs else ?>
		<p>
			Écrivez à la personne du Siège qui accompagne votre groupe ou votre magasin, depuis l’adresse que
			vous lui avez donnée si vous le pouvez. Pour une première prise de contact, passez par le site
			public <?cs var:de(Site.org) ?>.
		</p>
	<?cs /if ?>
	<h2>Ce qui nous aide à répondre</h2>
	<ul>
		<li>
			<b>Je ne peux pas entrer</b> : dites votre nom, votre groupe ou votre magasin, et l’adresse
			courriel que vous utilisez.
		</li>
		<li><b>Une information sur ma fiche est fausse</b> : dites laquelle, et ce qu’il faut lire.</li>
		<li>
			<b>Une page ne s’affiche pas ou m’est refusée</b> : <?cs if:?Probleme.page ||
			?Probleme.reference ?>
				dites ce qui s’est passé, ce que vous attendiez, et copiez ceci : <b>
					<?cs if:?Probleme.page ?>page <?cs var:Probleme.page ?><?cs /if ?>
					<?cs if:?Probleme.reference ?> référence <?cs var:Probleme.reference ?><?cs /if ?>
				</b>.
			<?cs else ?>
				copiez son adresse, et la référence écrite au bas du message d’erreur.
			<?cs /if ?>
		</li>
		<li>
			<b>Une question sur mes données</b> : <?cs if:?Site.dpo ?>
				écrivez plutôt à <a href="mailto:<?cs var:Site.dpo ?>"><?cs var:Site.dpo ?></a>.
			<?cs else ?>
				dites-le dès l’objet du message.
			<?cs /if ?>
		</li>
	</ul>
	<p>N’envoyez jamais votre mot de passe : personne n’en a besoin pour vous aider.</p>
</article>
