<?cs include:"contacts/tete.cs" ?>
<div class="read stack g5">
	<section class="stack" aria-labelledby="dacces">
		<h2 id="dacces">Répondre à une demande d’accès</h2>
		<p>
			Le fichier contient tout ce que la plateforme garde
			sur <?cs var:contact.prenom ?> <?cs var:contact.nom ?>, y compris les notes de la coordination et
			du Siège, sans le nom de qui les a écrites. Relisez-le avant de le remettre : ôtez ce qui
			parlerait d’une autre personne.
		</p>
		<p class="row">
			<a class="btn" href="/contacts/<?cs var:contact.id ?>/donnees.json"
					download="donnees-<?cs var:contact.id ?>.json">
				<?cs call:ic("get") ?> Télécharger (JSON)
			</a>
		</p>
		<p class="s m">Ce téléchargement est noté au journal.</p>
	</section>
	<section aria-labelledby="dnotes">
		<h2 id="dnotes">Notes <span class="count"><?cs var:subcount(notes) ?></span></h2>
		<?cs if:subcount(notes) ?>
			<ul class="rows">
				<?cs each:n = notes ?>
					<li>
						<p class="pre"><?cs var:n.texte ?></p>
						<p class="s m"><?cs var:n.cree_le ?></p>
					</li>
				<?cs /each ?>
			</ul>
		<?cs else ?>
			<p>Aucune note.</p>
		<?cs /if ?>
	</section>
</div>
