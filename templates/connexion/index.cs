<?cs set:Form.email.label = "Adresse courriel" ?>
<?cs set:Form.mot_de_passe.label = "Mot de passe" ?>
<div class="stack g1">
	<h1>Bon retour parmi nous</h1>
	<p class="m">L’espace des personnes engagées avec <?cs var:Site.org ?>.</p>
</div>
<?cs call:erreurs() ?>
<form class="stack" method="post" action="/connexion" novalidate>
	<?cs call:csrf() ?>
	<?cs if:?Form.suite.value ?>
		<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
	<?cs /if ?>
	<?cs call:champ("email", "email", "username") ?>
	<?cs call:champ("password", "mot_de_passe", "current-password") ?>
	<button class="btn">Se connecter</button>
	<button class="btn b2" formaction="/connexion/lien">
		<?cs call:ic("mail") ?> Recevoir un lien par courriel
	</button>
	<p class="hint">
		Pas de mot de passe, ou mot de passe oublié ? Le lien reçu par courriel vous fait entrer ; vous
		pourrez en choisir un nouveau dans votre compte.
	</p>
</form>
<p>Première visite ? <a href="/inscription">Créer mon compte</a></p>
<p class="s m">
	Votre adresse doit être connue de l’équipe. Sinon, <a href="/public/contact">écrivez-nous</a>.
</p>
