<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Mes connexions</h1>
		<p>
			Les trente derniers événements de votre compte. Un
			doute ? <a href="/compte">Changez de mot de passe et déconnectez les autres appareils</a>.
		</p>
	</div>
</div>
<?cs if:subcount(connexions) ?>
	<ul class="rows">
		<?cs each:c = connexions ?>
			<li class="row nw g3">
				<div class="grow">
					<p>
						<?cs if:c.acte == "connexion.mot_de_passe" ?>Entrée par mot de passe
						<?cs elif:c.acte == "connexion.lien_utilise" ?>Entrée par un lien reçu par courriel
						<?cs elif:c.acte == "connexion.lien" ?>Lien envoyé par courriel
						<?cs elif:c.acte == "connexion.refus" ?>Essai refusé
						<?cs elif:c.acte == "connexion.code" ?>Code accepté
						<?cs elif:c.acte == "connexion.code_refus" ?>Code refusé
						<?cs elif:c.acte == "compte.cree" ?>Compte ouvert
						<?cs elif:c.acte == "compte.mot_de_passe" ?>Mot de passe choisi ou changé
						<?cs elif:c.acte == "compte.jeton" ?>Jeton créé pour un programme
						<?cs elif:c.acte == "compte.jeton_retire" ?>Jeton retiré
						<?cs elif:c.acte == "compte.session_fermee" ?>Appareil déconnecté
						<?cs elif:c.acte == "compte.sessions_fermees" ?>Autres appareils déconnectés
						<?cs elif:c.acte == "compte.charte" ?>Charte acceptée
						<?cs elif:c.acte == "compte.donnees" ?>Données consultées
						<?cs elif:c.acte == "compte.second_facteur" ?>Second facteur mis en place
						<?cs elif:c.acte == "compte.second_facteur_retire" ?>Second facteur retiré
						<?cs elif:c.acte == "compte.role" ?>Droits d’administration changés
						<?cs elif:c.acte == "compte.effacement_demande" ?>Effacement demandé
						<?cs else ?>Compte modifié
						<?cs /if ?>
					</p>
					<p class="s m"><?cs var:c.moment ?></p>
				</div>
				<?cs if:c.acte == "connexion.refus" || c.acte == "connexion.code_refus" ?>
					<span class="tag warn">refusé</span>
				<?cs /if ?>
			</li>
		<?cs /each ?>
	</ul>
<?cs else ?>
	<div class="empty">
		<?cs call:vide("clock", "Rien encore", "Vos prochaines connexions seront notées ici.") ?>
	</div>
<?cs /if ?>
