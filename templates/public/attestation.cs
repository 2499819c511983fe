<div class="read stack">
	<?cs if:?attestation.numero ?>
		<h1>Cette attestation est authentique</h1>
		<p>
			Numéro <?cs var:attestation.numero ?>, délivrée le <?cs var:attestation.jour ?>.
		</p>
		<p class="h">
			<?cs var:attestation.qui ?> : <?cs var:attestation.duree ?>
			<?cs if:?attestation.annee ?> de bénévolat en <?cs var:attestation.annee ?><?cs /if ?>
		</p>
		<p class="s m">Le nom n’est montré ici qu’en partie ; il est en entier sur le document.</p>
	<?cs else ?>
		<h1>Aucune attestation de ce numéro</h1>
		<p>
			Vérifiez le numéro, lettre par lettre. S’il est juste, le document n’a pas été délivré ici,
			ou a été retiré à la demande de la personne.
		</p>
	<?cs /if ?>
</div>
