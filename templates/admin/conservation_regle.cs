<?cs set:Form.duree.label = "Durée" ?>
<?cs set:Form.duree.aide = "0 : pour toujours." ?>
<?cs include:"admin/conservation_mots.cs" ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/conservation">Conservation</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:regle.quoi ?></h1>
		<p><?cs var:regle.nature ?>, <?cs var:regle.apres ?></p>
	</div>
</div>
<form class="stack g5 read" method="post" action="/admin/conservation/regles/<?cs var:regle.id ?>" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<?cs if:regle.repere ?>
		<p class="alert">
			<?cs call:ic("info") ?>
			<span>
				<?cs var:regle.repere ?> Repère lu dans des sources publiques :
				à vérifier par votre DPO.
			</span>
		</p>
	<?cs /if ?>
	<?cs call:champ("number", "duree", "") ?>
	<p>
		<label for="f-unite">Unité</label>
		<select id="f-unite" name="unite">
			<option value="jour"<?cs if:Form.unite.value == "jour" ?> selected<?cs /if ?>>jours</option>
			<option value="mois"<?cs if:Form.unite.value == "mois" ?> selected<?cs /if ?>>mois</option>
			<option value="an"<?cs if:Form.unite.value == "an" ?> selected<?cs /if ?>>ans</option>
		</select>
	</p>
	<?cs if:?effet ?>
		<label class="ck">
			<input type="checkbox" name="confirme" value="<?cs var:effet ?>"> Je confirme cette durée
		</label>
	<?cs /if ?>
	<div class="row">
		<button class="btn">Enregistrer</button> <a class="btn b3" href="/admin/conservation">Annuler</a>
	</div>
</form>
