<?cs set:Form.mot.label = "Un mot à la coordination" ?>
<?cs set:Form.mot.facultatif = "1" ?>
<?cs set:Form.mot.aide = "Qui vous êtes, ce qui vous amène." ?>
<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1>Rejoindre <?cs var:groupe.titre ?></h1>
		<p>
			<?cs if:groupe.ouverture == "ouvert" ?>Ce groupe est ouvert : vous y entrez aussitôt.
			<?cs else ?>Ce groupe est fermé : sa coordination lit votre demande et vous répond par courriel.
			<?cs /if ?>
		</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/groupes/<?cs var:groupe.id ?>/rejoindre" novalidate>
	<?cs call:csrf() ?>
	<?cs if:groupe.ouverture != "ouvert" ?><?cs call:texte_long("mot", "4") ?><?cs /if ?>
	<p class="s m">
		<?cs if:groupe.ouverture == "ouvert" ?>
			Les autres membres n’y lisent pas vos coordonnées, sauf si vous les montrez
			(<a href="/contacts/<?cs var:User.id ?>/discretion">Qui voit mes coordonnées</a>)
		<?cs else ?>
			Les membres d’un groupe voient les coordonnées les uns des autres, selon les réglages de
			l’association et <a href="/contacts/<?cs var:User.id ?>/discretion">votre choix</a>
		<?cs /if ?>
		<?cs if:groupe.encadre ?>
			 ; sa coordination, quand HubSpot ou le Siège l’a confirmée, suit votre fiche
		<?cs /if ?>. Vous pouvez quitter le groupe quand vous voulez.
	</p>
	<div class="row">
		<button class="btn">
			<?cs if:groupe.ouverture == "ouvert" ?>Rejoindre<?cs else ?>Envoyer ma demande<?cs /if ?>
		</button>
		<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>">Annuler</a>
	</div>
</form>
