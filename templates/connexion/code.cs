<?cs set:Form.code.label = "Code" ?>
<?cs set:Form.code.aide = "Les 6 chiffres que montre l’application de votre téléphone, ou l’un de vos codes de
	secours." ?>
<div class="stack g1">
	<h1>Encore un code</h1>
	<p class="m">C’est le second facteur que vous avez mis en place.</p>
</div>
<?cs call:erreurs() ?>
<form class="stack" method="post" action="/connexion/code" novalidate>
	<?cs call:csrf() ?>
	<input type="hidden" name="jeton" value="<?cs var:Form.jeton.value ?>">
	<?cs if:?Form.suite.value ?>
		<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
	<?cs /if ?>
	<?cs call:champ("text", "code", "one-time-code") ?>
	<button class="btn">Entrer</button>
</form>
<p class="s m">Plus de téléphone ni de codes de secours ? <a href="/public/contact">Écrivez au Siège</a>.</p>
