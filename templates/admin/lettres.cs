<div class="head">
	<div>
		<h1>Lettres d’info</h1>
		<p>Ce qui vaut pour toutes les lettres.</p>
	</div>
</div>
<?cs include:"admin/onglets.cs" ?>
<form class="stack g5 read" method="post" action="/admin/lettres" novalidate>
	<?cs call:csrf() ?>
	<?cs call:erreurs() ?>
	<fieldset id="f-clics" tabindex="-1">
		<legend>Clics sur les liens</legend>
		<div class="stack g1">
			<label class="ck">
				<input type="radio" name="clics" value="non"
					<?cs if:Form.clics.value != "oui" ?> checked<?cs /if ?>>
				<span>Ne rien compter : les liens mènent tout droit</span>
			</label>
			<label class="ck">
				<input type="radio" name="clics" value="oui"
					<?cs if:Form.clics.value == "oui" ?> checked<?cs /if ?>>
				<span>Compter combien de fois chaque lien est suivi</span>
			</label>
		</div>
	</fieldset>
	<div class="stack g2">
		<p>
			Les liens des prochaines lettres passent alors par une adresse de cet espace, la même pour
			tout le monde. Elle ne retient qu’un total par lien : ni qui a cliqué, ni quand, ni d’où.
		</p>
		<p class="m">
			Les filtres de sécurité des messageries ouvrent aussi les liens : le total est un ordre de
			grandeur. La version texte garde ses adresses, qui ne sont pas comptées. Les ouvertures ne
			sont jamais suivies. « Vos données » en informe chacun-e.
		</p>
	</div>
	<div class="row"><button class="btn">Enregistrer</button></div>
</form>
