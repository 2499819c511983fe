<div class="head">
	<div>
		<h1>Vos données</h1>
		<p>
			Ce que cet espace sait de vous, pourquoi, pendant combien de temps, et ce que vous pouvez
			demander.
		</p>
	</div>
</div>
<article class="read">
	<h2>Qui en répond</h2>
	<p>
		<?cs var:Site.org ?> est responsable de ces traitements. <?cs if:?Site.dpo ?>
			Sa déléguée ou son délégué à la protection des
			données<?cs if:Dpo.nom ?>, <?cs var:Dpo.nom ?>,<?cs /if ?> répond à
			l’adresse <a href="mailto:<?cs var:Site.dpo ?>"><?cs var:Site.dpo ?></a>.
		<?cs else ?>
			Pour joindre sa déléguée ou son délégué à la protection des
			données, <a href="/public/contact">écrivez au Siège</a>.
		<?cs /if ?>
	</p>
	<h2>Quelles données, et d’où elles viennent</h2>
	<ul>
		<li>
			<b>De HubSpot</b>, la base de contacts <?cs var:de(Site.org) ?> : civilité, nom, prénom, courriel,
			téléphone, ville et code postal, date de naissance, statut, formes d’engagement, groupe ou
			magasin. Elles se lisent ici et se corrigent là-bas ; un cadenas les signale sur votre fiche.
		</li>
		<li>
			<b>De vous</b>, sur cet espace : votre présentation, vos réponses aux questions du profil, ce que
			vous publiez.
		</li>
		<li>
			<b>De votre passage</b> : dates de connexion, appareils connectés, actions importantes (journal de
			sécurité). Aucun outil de mesure d’audience, aucun traceur publicitaire. Dans une lettre d’info,
			le nombre de clics sur un lien peut être compté, jamais qui a cliqué.
		</li>
	</ul>
	<h2>Pourquoi</h2>
	<p>
		Animer la vie bénévole et militante : vous reconnaître, vous relier à votre groupe, vous prévenir de
		ce qui vous concerne. La base légale est l’intérêt légitime de l’association à animer son réseau ;
		votre consentement pour ce qui est facultatif (lettres d’info, informations que vous ajoutez).
	</p>
	<h2>Qui les voit</h2>
	<p>
		Chaque information a son cercle : vous, votre groupe, la coordination, le Siège. Les autres membres
		voient votre nom et vos groupes, pas vos coordonnées, sauf si leur rôle le demande. Rien n’est vendu
		ni transmis à des fins commerciales.
	</p>
	<h2>Pour chaque usage</h2>
	<p>Ce que l’espace fait de vos données, sur quelle base, qui les voit et combien de temps.</p>
	<ul>
		<?cs each:t = traitements ?>
			<li>
				<b><?cs var:t.titre ?></b> : <?cs var:t.finalite ?> <?cs var:t.base ?>.
				Qui les voit : <?cs var:t.destinataires ?>. Durée : <?cs var:t.duree ?>.
			</li>
		<?cs /each ?>
	</ul>
	<h2>Combien de temps</h2>
	<ul>
		<li>
			Votre fiche : tant que vous êtes en lien avec <?cs var:Site.org ?>, puis selon la durée fixée par
			le Siège pour chaque statut, après quoi elle est effacée ou rendue anonyme.
		</li>
		<li>
			Votre session : 30 jours au plus sans visite ; vous pouvez la fermer à tout moment
			depuis <a href="/compte">votre compte</a>.
		</li>
		<li>
			Sans compte, votre inscription à un événement : effacée trois mois après. Si vous avez accepté
			que le groupe vous écrive, le jour et les mots de cet accord partent avec elle, ou dès que vous
			le retirez.
		</li>
		<li>Un lien de connexion reçu par courriel : quelques heures, et une seule fois.</li>
	</ul>
	<h2>Vos droits</h2>
	<p>
		Vous pouvez demander à consulter vos données, à les corriger, à les effacer, à en limiter l’usage, à
		les emporter, ou vous opposer à leur traitement. <?cs if:?User.id ?>
			Commencez par <a href="/compte">votre compte</a> ; pour le reste,
		<?cs else ?>
			Pour cela,
		<?cs /if ?> <?cs if:?Site.dpo ?>
			écrivez à <a href="mailto:<?cs var:Site.dpo ?>"><?cs var:Site.dpo ?></a>
		<?cs else ?>
			<a href="/public/contact">écrivez au Siège</a>
		<?cs /if ?>. La réponse vient sous un mois.
	</p>
	<p>
		Si elle ne vous convient pas, vous pouvez adresser une réclamation à
		la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>, 3 place de Fontenoy, TSA 80715, 75334 Paris
		CEDEX 07.
	</p>
	<h2>Cookies</h2>
	<p>
		Seulement le nécessaire : un cookie garde votre session ouverte et, si vous demandez sans compte une
		place à un événement, un autre retient un quart d’heure ce que vous avez écrit, pour vous renvoyer le
		courriel. Il n’en faut pas plus, donc aucun bandeau ne vous est montré.
	</p>
</article>
