<?cs include:"groupes/ariane.cs" ?>
<div class="head">
	<div>
		<h1><?cs var:Page.title ?></h1>
		<p><?cs var:groupe.titre ?></p>
	</div>
</div>
<div class="stack read">
	<?cs if:groupe.etat == "archive" ?>
		<p>
			Le groupe revient dans les listes ;
			ses <?cs var:nb(groupe.membres) ?> membre<?cs call:s(groupe.membres) ?> peuvent de nouveau écrire.
		</p>
	<?cs else ?>
		<ul>
			<li>
				Ses <?cs var:nb(groupe.membres) ?> membre<?cs call:s(groupe.membres) ?> le lisent encore,
				mais n’y écrivent plus
				<?cs if:Archive.contenus > #0 ?>
					 : <?cs var:Archive.contenus ?> publication<?cs if:Archive.contenus > #1 ?>
						s restent lisibles
					<?cs else ?> reste lisible
					<?cs /if ?>
				<?cs /if ?>.
			</li>
			<li>Il sort des listes et se retrouve sous « Archives ».</li>
			<?cs if:Archive.demandes > #0 ?>
				<li>Les demandes et invitations sans réponse sont retirées.</li>
			<?cs /if ?>
			<li>Vous pourrez le rouvrir, tel qu’il est.</li>
		</ul>
	<?cs /if ?>
	<form class="row" method="post" action="/groupes/<?cs var:groupe.id ?>/archiver">
		<?cs call:csrf() ?>
		<?cs if:groupe.etat == "archive" ?>
			<button class="btn" name="acte" value="rouvrir">Rouvrir le groupe</button>
		<?cs else ?>
			<button class="btn" name="acte" value="archiver">Archiver le groupe</button>
		<?cs /if ?>
		<a class="btn b3" href="/groupes/<?cs var:groupe.id ?>/a-propos">Annuler</a>
	</form>
</div>
