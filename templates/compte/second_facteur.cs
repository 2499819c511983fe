<?cs set:Form.code.label = "Code affiché" ?>
<?cs set:Form.code.aide = "6 chiffres, qui changent toutes les 30 secondes." ?>
<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/compte">Mon compte</a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1>Second facteur</h1>
		<p>Un code de votre téléphone, en plus du mot de passe ou du lien.</p>
	</div>
</div>
<div class="read stack g5">
	<?cs if:subcount(codes) ?>
		<section class="panel stack g3" aria-labelledby="codes">
			<h2 id="codes">Vos codes de secours</h2>
			<p>
				<b>Notez-les maintenant, hors de ce téléphone : ils ne seront plus montrés.</b> Chacun
				remplace une fois le code du téléphone.
			</p>
			<ul>
				<?cs each:c = codes ?><li><code><?cs var:c ?></code></li><?cs /each ?>
			</ul>
			<p><a class="btn" href="/compte">C’est noté</a></p>
		</section>
	<?cs elif:en_place ?>
		<?cs call:erreurs() ?>
		<p>
			<span class="tag ok">En place</span> Codes de secours encore
			utilisables : <?cs var:codes_restants ?>.
		</p>
		<p>
			Pour changer de téléphone ou avoir de nouveaux codes de secours, retirez le second facteur puis
			remettez-le en place.
		</p>
		<form class="stack" method="post" action="/compte/second_facteur/retirer" novalidate>
			<?cs call:csrf() ?>
			<?cs call:champ("text", "code", "one-time-code") ?>
			<div class="row">
				<button class="btn bad">Retirer le second facteur</button>
				<a class="btn b2" href="/compte">Le garder</a>
			</div>
		</form>
	<?cs else ?>
		<?cs call:erreurs() ?>
		<ol class="stack g2">
			<li>
				Ouvrez sur votre téléphone une application de codes : FreeOTP, Aegis, Google Authenticator, ou
				celle de votre gestionnaire de mots de passe.
			</li>
			<li>Montrez-lui ce dessin, ou recopiez-y la clé.</li>
			<li>Recopiez ici le code qu’elle affiche.</li>
		</ol>
		<?cs if:?Qr.path ?>
			<p>
				<?cs call:qr("Code QR du second facteur") ?>
			</p>
		<?cs /if ?>
		<p>Clé : <code><?cs var:Facteur.base32 ?></code></p>
		<form class="stack" method="post" action="/compte/second_facteur" novalidate>
			<?cs call:csrf() ?>
			<input type="hidden" name="secret" value="<?cs var:Form.secret.value ?>">
			<?cs call:champ("text", "code", "one-time-code") ?>
			<div class="row">
				<button class="btn">Mettre en place</button>
				<a class="btn b2" href="/compte">Plus tard</a>
			</div>
		</form>
	<?cs /if ?>
</div>
