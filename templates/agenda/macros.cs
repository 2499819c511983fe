<?cs # What the pages of organisers say alike ?>
<?cs def:prevenir(n) ?>
	<?cs if:n > #0 ?> et prévenir <?cs var:n ?> personne<?cs call:s(n) ?><?cs /if ?>
<?cs /def ?>

<?cs # The groups that are not hers, folded, searched when they are many: boxes of the field NOM ?>
<?cs def:autres_groupes(nom) ?>
	<?cs if:subcount(Autres) || ?Form.autres.cherche ?>
		<details<?cs if:?Form.autres.mots && Form.autres.mots != "" ?> open<?cs /if ?>>
			<summary><span class="btn b3"><?cs call:ic("plus") ?> D’autres groupes</span></summary>
			<fieldset id="f-autres" tabindex="-1">
				<legend class="vh">D’autres groupes</legend>
				<?cs call:cherche(Form.autres, "D’autres groupes", Autres) ?>
				<div class="grid wide">
					<?cs each:o = Autres ?>
						<label class="ck">
							<input type="checkbox" name="<?cs var:nom ?>" value="<?cs var:o.valeur ?>">
							<?cs var:o.libelle ?>
						</label>
					<?cs /each ?>
				</div>
			</fieldset>
		</details>
	<?cs /if ?>
<?cs /def ?>
