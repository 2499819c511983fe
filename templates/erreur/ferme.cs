<div class="empty">
	<?cs call:ic("lock") ?>
	<h1>Votre accès est fermé</h1>
	<p>
		Dans la base de contacts <?cs var:de(Site.org) ?>, votre engagement est noté comme terminé, ou votre
		fiche n’y est plus. Cet espace est réservé aux personnes engagées : vous n’y entrez donc plus.
	</p>
	<p>
		C’est une erreur, ou vous revenez ? Écrivez au Siège : dès que la base est corrigée, vous retrouvez
		tout ce que vous aviez ici.
	</p>
	<p class="row">
		<a class="btn" href="/public/contact">Écrire au Siège</a>
		<a class="btn b2" href="/public/donnees">Vos données</a>
	</p>
</div>
