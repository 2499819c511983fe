<?cs def:ligne(p) ?>
	<tr>
		<th scope="row"><?cs var:p.nom ?> <?cs var:p.prenom ?></th>
		<td class="r"><?cs if:p.invites > #0 ?>+ <?cs var:p.invites ?><?cs /if ?></td>
		<td><?cs if:?p.heure ?><?cs var:p.heure ?><?cs else ?>□<?cs /if ?></td>
		<td></td>
	</tr>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/agenda">Agenda</a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>"><?cs var:evenement.titre ?></a></li>
		<li><a href="/agenda/<?cs var:evenement.id ?>/pointage?date=<?cs var:date.jour ?>">Pointage</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:evenement.titre ?></h1>
		<p>
			<?cs var:date.quand ?>. <?cs var:nb(Compte.tous) ?> personne
			<?cs call:s(Compte.tous) ?> attendue<?cs call:s(Compte.tous) ?>. Imprimez cette page : le menu
			n’y sera pas.
		</p>
	</div>
</div>
<div class="scroll">
	<table class="tbl fit">
		<caption class="vh">Personnes attendues</caption>
		<thead>
			<tr>
				<th scope="col">Nom, prénom</th>
				<th scope="col" class="r">Avec</th>
				<th scope="col">Est là</th>
				<th scope="col">Signature</th>
			</tr>
		</thead>
		<tbody>
			<?cs each:p = attendus ?><?cs call:ligne(p) ?><?cs /each ?>
			<?cs each:p = presents ?><?cs call:ligne(p) ?><?cs /each ?>
			<?cs loop:x = #1, #6, #1 ?>
				<tr>
					<th scope="row"><span class="vh">Ligne libre <?cs var:x ?></span></th>
					<td></td>
					<td>□</td>
					<td></td>
				</tr>
			<?cs /loop ?>
		</tbody>
	</table>
</div>
