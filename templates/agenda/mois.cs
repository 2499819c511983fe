<?cs include:"agenda/barre.cs" ?>

<?cs def:jour_de_semaine(nom, court) ?>
	<th scope="col"><abbr title="<?cs var:nom ?>"><?cs var:court ?></abbr></th>
<?cs /def ?>

<?cs # A name holds what is seen: "1" is not in "1er" ?>
<?cs def:nom_du_jour(j) ?>
	<?cs if:j.numero == #1 ?>1, <?cs /if ?>
	<?cs var:j.libelle ?><?cs if:?j.aujourdhui ?>, aujourd’hui<?cs /if ?>, <?cs var:j.total ?> événement
	<?cs call:s(j.total) ?>
<?cs /def ?>

<?cs def:case_du_jour(j) ?>
	<td<?cs if:?j.dehors ?> class="out"<?cs elif:?j.aujourdhui ?> class="now"<?cs /if ?>>
		<?cs if:j.total > #0 ?>
			<a class="day" href="<?cs var:url_validate(j.url) ?>#jour"
				<?cs if:?j.ici ?> aria-current="true"<?cs /if ?> aria-label="<?cs call:nom_du_jour(j) ?>">
				<?cs var:j.numero ?>
			</a>
		<?cs else ?>
			<span class="day"<?cs if:?j.aujourdhui ?> aria-current="date"<?cs /if ?>>
				<?cs var:j.numero ?>
			</span>
		<?cs /if ?>
		<?cs each:s = j.seances ?>
			<a class="tag h<?cs var:s.teinte ?> opt" href="<?cs var:url_validate(s.url) ?>">
				<?cs if:s.annule ?>Annulé : <?cs elif:s.mien ?>✓ <?cs /if ?><?cs if:s.heure ?>
					<?cs var:s.heure ?> <?cs /if ?><?cs var:s.titre ?>
			</a>
		<?cs /each ?>
		<?cs if:?j.autres ?>
			<small class="opt m">+ <?cs var:j.autres ?> autre<?cs call:s(j.autres) ?></small>
		<?cs /if ?>
	</td>
<?cs /def ?>

<div class="head">
	<div>
		<h1><?cs var:Titre ?></h1>
		<p><?cs var:Total.texte ?> date<?cs call:s(Total) ?> ce mois-ci.</p>
	</div>
	<div class="row">
		<a class="ib" href="<?cs var:url_validate(Avant.url) ?>" rel="prev">
			<?cs call:ic("left") ?><span class="vh"><?cs var:Avant.libelle ?></span>
		</a>
		<a class="btn b2" href="<?cs var:url_validate(Aujourdhui) ?>">Aujourd’hui</a>
		<a class="ib" href="<?cs var:url_validate(Apres.url) ?>" rel="next">
			<?cs call:ic("right") ?><span class="vh"><?cs var:Apres.libelle ?></span>
		</a>
	</div>
</div>
<div class="row g2">
	<?cs call:portees() ?>
	<?cs call:filtres(0) ?>
	<?cs call:presentations("mois") ?>
</div>
<?cs call:filtres_actifs() ?>
<table class="cal">
	<caption class="vh"><?cs var:Titre ?> : les événements de chaque jour</caption>
	<thead>
		<tr>
			<?cs call:jour_de_semaine("lundi", "lun.") ?>
			<?cs call:jour_de_semaine("mardi", "mar.") ?>
			<?cs call:jour_de_semaine("mercredi", "mer.") ?>
			<?cs call:jour_de_semaine("jeudi", "jeu.") ?>
			<?cs call:jour_de_semaine("vendredi", "ven.") ?>
			<?cs call:jour_de_semaine("samedi", "sam.") ?>
			<?cs call:jour_de_semaine("dimanche", "dim.") ?>
		</tr>
	</thead>
	<tbody>
		<?cs each:w = Semaines ?>
			<tr>
				<?cs each:j = w.jours ?><?cs call:case_du_jour(j) ?><?cs /each ?>
			</tr>
		<?cs /each ?>
	</tbody>
</table>
<?cs if:?Jour.libelle ?>
	<section class="days" aria-labelledby="jour">
		<h2 id="jour"><?cs var:Jour.libelle ?></h2>
		<?cs if:subcount(items) ?>
			<ol class="rows">
				<?cs each:e = items ?><?cs call:ligne(e) ?><?cs /each ?>
			</ol>
		<?cs else ?>
			<p class="m">Rien ce jour-là.</p>
		<?cs /if ?>
		<?cs if:?Jour.autres ?>
			<p>
				<a href="<?cs var:url_validate(Jour.url) ?>">
					Voir les <?cs var:Jour.total ?> événements de ce jour
				</a>
			</p>
		<?cs /if ?>
	</section>
<?cs /if ?>
<?cs if:Total == #0 ?><?cs call:rien("Rien ce mois-ci") ?><?cs /if ?>
