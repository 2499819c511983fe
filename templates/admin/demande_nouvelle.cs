<?cs set:Form.nom.label = "Qui demande" ?>
<?cs set:Form.nom.aide = "Son prénom et son nom, comme elle ou il les donne." ?>
<?cs set:Form.adresse.label = "Son adresse courriel" ?>
<?cs set:Form.adresse.aide = "L’accusé de réception y part ; elle retrouve aussi sa fiche." ?>
<?cs set:Form.adresse.facultatif = "1" ?>
<?cs set:Form.recue_le.label = "Reçue le" ?>
<?cs set:Form.message.label = "Ses mots" ?>
<?cs set:Form.message.facultatif = "1" ?>
<?cs def:voie(valeur, mot) ?>
	<label class="ck">
		<input type="radio" name="voie" value="<?cs var:valeur ?>"
			<?cs if:Form.voie.value == valeur ?> checked<?cs /if ?>> <?cs var:mot ?>
	</label>
<?cs /def ?>

<?cs def:sorte(valeur, mot) ?>
	<label class="ck">
		<input type="radio" name="genre" value="<?cs var:valeur ?>"
			<?cs if:Form.genre.value == valeur ?> checked<?cs /if ?>> <?cs var:mot ?>
	</label>
<?cs /def ?>

<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/admin">Administration</a></li>
		<li><a href="/admin/demandes">Demandes</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Noter une demande</h1>
		<p>
			Celles qui viennent par lettre, par courriel ou de vive voix. Le mois court depuis la réception.
		</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="stack g5 read" method="post" action="/admin/demandes/nouvelle" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<fieldset id="f-genre" tabindex="-1">
		<legend>Ce qui est demandé</legend>
		<?cs call:_erreur("genre") ?>
		<div class="grid tight">
			<?cs call:sorte("acces", "Accès à ses données") ?>
			<?cs call:sorte("rectification", "Rectification") ?>
			<?cs call:sorte("effacement", "Effacement") ?>
			<?cs call:sorte("opposition", "Opposition") ?>
			<?cs call:sorte("limitation", "Limitation") ?>
			<?cs call:sorte("portabilite", "Portabilité") ?>
		</div>
	</fieldset>
	<?cs call:champ("text", "nom", "off") ?>
	<?cs call:champ("email", "adresse", "off") ?>
	<?cs call:champ("date", "recue_le", "") ?>
	<fieldset id="f-voie" tabindex="-1">
		<legend>Comment elle est venue</legend>
		<?cs call:_erreur("voie") ?>
		<div class="grid tight">
			<?cs call:voie("courriel", "Par courriel") ?>
			<?cs call:voie("lettre", "Par lettre") ?>
			<?cs call:voie("oral", "De vive voix") ?>
			<?cs call:voie("autre", "Autrement") ?>
		</div>
	</fieldset>
	<?cs call:texte_long("message", "5") ?>
	<div class="row"><button class="btn">Noter la demande</button></div>
</form>
