<div class="head">
	<div>
		<h1>Mentions légales</h1>
	</div>
</div>
<article class="read">
	<h2>Édition</h2>
	<p>
		Cet espace, <?cs var:Site.name ?>, est édité par <?cs var:Site.org ?> pour les personnes engagées à
		ses côtés. <?cs if:?Site.adresse ?><?cs var:Site.adresse ?>. <?cs /if ?>
		<?cs if:?Site.directeur ?>
			Direction de la publication : <?cs var:Site.directeur ?>.
		<?cs else ?>
			Le nom de la direction de la publication se demande au <a href="/public/contact">Siège</a>.
		<?cs /if ?>
	</p>
	<h2>Hébergement</h2>
	<p>
		<?cs if:?Site.hebergeur ?>
			<?cs var:Site.hebergeur ?>.
		<?cs else ?>
			L’hébergeur n’est pas encore indiqué : cette installation est une démonstration ou attend ses
			réglages.
		<?cs /if ?>
	</p>
	<h2>Logiciel</h2>
	<p>Essaim, logiciel libre. Les icônes, les styles et les textes de l’interface ont été faits pour lui.</p>
	<h2>Contenus</h2>
	<p>
		Chaque personne reste l’autrice de ce qu’elle publie et en répond. Pour signaler un
		contenu, <a href="/public/contact">écrivez au Siège</a>.
	</p>
</article>
