<div class="head">
	<div>
		<h1>Accessibilité : partiellement conforme</h1>
		<p>
			<?cs var:Site.org ?> veut un espace que chaque personne engagée puisse utiliser, quels que soient
			son équipement et ses capacités.
		</p>
	</div>
</div>
<article class="read">
	<p>
		Cette déclaration porte sur le site <b><?cs var:Site.name ?></b>, à l’adresse <?cs var:Site.url ?>.
		Elle suit le modèle du référentiel général d’amélioration de l’accessibilité (RGAA, version 4.1).
	</p>
	<h2>État de conformité</h2>
	<p>
		<?cs var:Site.name ?> est <b>partiellement conforme</b> au RGAA 4.1. Aucun audit par un organisme
		indépendant n’a encore eu lieu : cet état vient de nos propres contrôles, que nous disons ci-dessous.
	</p>
	<h2>Ce que nous contrôlons</h2>
	<ul>
		<li>
			Chaque page est vérifiée par un outil automatique (axe, règles WCAG 2.2 A et AA) sur ordinateur et
			sur téléphone, en clair et en sombre, avant chaque mise en ligne. Un tel outil ne voit qu’un tiers
			environ des critères.
		</li>
		<li>Le code des pages est validé. Le parcours principal est rejoué sans JavaScript et au clavier.</li>
		<li>
			Les contrastes, la taille des cibles (44 pixels au toucher), l’affichage à 320 pixels de large et
			le grossissement à 200 % font partie des contrôles.
		</li>
	</ul>
	<h2>Limites connues</h2>
	<ul>
		<li>
			Nous n’avons pas encore fait d’essais suivis avec des lecteurs d’écran (NVDA, JAWS, VoiceOver,
			TalkBack) ni avec des personnes handicapées.
		</li>
		<li>
			Les documents déposés par les membres (PDF, tableurs, images) peuvent ne pas être accessibles.
		</li>
		<li>Sur un petit écran, les grands tableaux défilent sur le côté, dans leur cadre.</li>
	</ul>
	<h2>Nous prévenir, obtenir de l’aide</h2>
	<p>
		Si une page vous bloque, dites-le-nous : nous vous donnerons l’information par un autre moyen et
		corrigerons la page. <a href="/public/contact">Contacter le Siège</a>.
	</p>
	<h2>Si notre réponse ne vous convient pas</h2>
	<p>
		Vous pouvez saisir le Défenseur des droits : en ligne
		sur <a href="https://formulaire.defenseurdesdroits.fr/">formulaire.defenseurdesdroits.fr</a>, auprès
		de sa déléguée ou de son délégué dans votre département, ou par courrier gratuit, sans timbre :
		Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
	</p>
</article>
