<div class="head">
	<div>
		<h1>Écoconception</h1>
		<p>Un espace léger dure plus longtemps, sur de vieux téléphones comme sur de petites connexions.</p>
	</div>
</div>
<article class="read">
	<p>
		Nous suivons le référentiel général d’écoconception de services numériques (RGESN, 2024). Ce qui
		compte le plus est ce que nous ne faisons pas : pas de vidéo qui se lance seule, pas de défilement
		sans fin, pas de police téléchargée, aucune demande à un autre site, aucun traceur.
	</p>
	<h2>Nos limites, vérifiées à chaque modification</h2>
	<section class="scroll" tabindex="0" aria-label="Limites par page">
		<table class="tbl">
			<thead>
				<tr>
					<th scope="col">À la première visite d’une page</th>
					<th scope="col" class="r">Visé</th>
					<th scope="col" class="r">Refusé au-delà de</th>
				</tr>
			</thead>
			<tbody>
				<tr>
					<th scope="row">Éléments dans la page</th>
					<td class="r">350</td>
					<td class="r">400</td>
				</tr>
				<tr>
					<th scope="row">Demandes au serveur</th>
					<td class="r">5</td>
					<td class="r">6</td>
				</tr>
				<tr>
					<th scope="row">Poids transféré</th>
					<td class="r">25 Ko</td>
					<td class="r">40 Ko</td>
				</tr>
				<tr>
					<th scope="row">Poids de la visite suivante</th>
					<td class="r">5 Ko</td>
					<td class="r">15 Ko</td>
				</tr>
				<tr>
					<th scope="row">Note EcoIndex, calcul strict</th>
					<td class="r">82 (A)</td>
					<td class="r">80</td>
				</tr>
			</tbody>
		</table>
	</section>
	<h2>Comment</h2>
	<ul>
		<li>Tout fonctionne sans JavaScript ; le peu qui s’y ajoute pèse moins de 6 Ko.</li>
		<li>Les icônes tiennent en un fichier, gardé un an par votre navigateur, comme les styles.</li>
		<li>Les images ne sont là que si quelqu’un en a mis une, réduite à la taille de l’affichage.</li>
		<li>Les courriels sont sobres, sans pixel espion ; vous choisissez ce que vous recevez.</li>
		<li>
			Le serveur est un petit ensemble de programmes écrits en C : quelques mégaoctets de mémoire
			chacun.
		</li>
	</ul>
	<h2>Ce qui reste à faire</h2>
	<p>
		L’hébergement (lieu, énergie, durée de vie des machines) dépend du contrat de l’hébergeur et n’est pas
		décrit ici. L’affichage sur de très anciens appareils n’a pas encore été mesuré. Une idée, un
		ralentissement : <a href="/public/contact">dites-le-nous</a>.
	</p>
</article>
