<?cs include:"groupes/onglets.cs" ?>

<?cs def:carte(t) ?>
	<h3><a href="/groupes/<?cs var:groupe.id ?>/actions/<?cs var:t.id ?>"><?cs var:t.titre ?></a></h3>
	<p class="row">
		<?cs if:?t.jour && t.etat != "fait" ?>
			<?cs if:t.retard ?>
				<span class="tag bad"><?cs call:ic("warn") ?> en retard, <?cs var:t.jour ?></span>
			<?cs else ?>
				<span class="tag"><?cs call:ic("clock") ?> <?cs var:t.jour ?></span>
			<?cs /if ?>
		<?cs /if ?>
		<span class="avs push">
			<?cs each:p = t.qui ?>
				<span class="av sm h<?cs var:p.teinte ?>" role="img"
						aria-label="<?cs var:p.prenom ?> <?cs var:p.nom ?>">
					<?cs var:p.initiales ?>
				</span>
			<?cs /each ?>
			<?cs if:!subcount(t.qui) && t.etat != "fait" ?><span class="tag">À prendre</span><?cs /if ?>
		</span>
	</p>
<?cs /def ?>

<?cs if:Droit == #0 ?>
	<div class="empty">
		<?cs call:ic("lock") ?>
		<h2>Les actions sont pour les membres</h2>
		<p>Rejoignez le groupe pour les voir et en prendre une.</p>
	</div>
<?cs else ?>
	<div class="row g3">
		<nav class="seg" aria-label="Présentation">
			<a href="/groupes/<?cs var:groupe.id ?>/actions"<?cs if:!Liste ?> aria-current="true"<?cs /if ?>>
				<?cs call:ic("cols") ?> Tableau
			</a>
			<a href="/groupes/<?cs var:groupe.id ?>/actions?vue=liste"
					<?cs if:Liste ?> aria-current="true"<?cs /if ?>>
				<?cs call:ic("list") ?> Liste
			</a>
		</nav>
		<?cs set:Export.p = "/groupes/" + groupe.id + "/actions" ?>
		<?cs call:exporter(Export.p, "") ?>
		<?cs if:Droit > #1 ?>
			<a class="btn push" href="/groupes/<?cs var:groupe.id ?>/actions/nouvelle">
				<?cs call:ic("plus") ?> Ajouter une action
			</a>
		<?cs /if ?>
	</div>
	<div<?cs if:!Liste ?> class="kan" tabindex="0" role="group" aria-label="Tableau des actions"
				<?cs else ?> class="stack mt"<?cs /if ?> id="fil" data-live="o-<?cs var:groupe.id ?>">
		<?cs each:k = colonnes ?>
			<section aria-labelledby="k<?cs var:name(k) ?>">
				<h2 id="k<?cs var:name(k) ?>"<?cs if:Liste ?> class="ttl"<?cs /if ?>>
					<?cs var:k.titre ?> <span class="m"><?cs var:k.total ?></span>
				</h2>
				<?cs if:subcount(k.items) ?>
					<ul class="<?cs if:Liste ?>rows<?cs else ?>stack g2<?cs /if ?>">
						<?cs each:t = k.items ?>
							<li class="<?cs if:!Liste ?>card <?cs /if ?>hit"><?cs call:carte(t) ?></li>
						<?cs /each ?>
					</ul>
				<?cs else ?>
					<p class="s m">Rien ici.</p>
				<?cs /if ?>
			</section>
		<?cs /each ?>
	</div>
<?cs /if ?>
