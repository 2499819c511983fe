<?cs set:Form.email.label = "Adresse courriel" ?>
<div class="stack g1">
	<h1>Ce lien ne sert plus</h1>
	<p class="m">
		<?cs if:Lien.etat == "servi" ?>
			Il a déjà fait entrer quelqu’un<?cs if:?Lien.quand ?> (<?cs var:Lien.quand ?>)<?cs /if ?>. C’est
			une protection : un lien ne sert qu’une fois. Si vous venez d’entrer
			ici, <a href="/">ouvrez votre accueil</a>.
		<?cs elif:Lien.etat == "remplace" ?>
			Un lien plus récent a été envoyé à la même adresse
			<?cs if:?Lien.quand ?> (<?cs var:Lien.quand ?>)<?cs /if ?> : ouvrez le dernier courriel reçu.
		<?cs elif:Lien.etat == "ancien" ?>
			Il était valable 30 minutes, et ce temps est passé.
		<?cs elif:Lien.etat == "ferme" ?>
			L’adresse à laquelle il a été envoyé n’ouvre plus cet espace. Si vous en avez une autre, essayez
			avec elle, ou <a href="/public/contact">écrivez au Siège</a>.
		<?cs else ?>
			Il est incomplet, ou trop ancien pour que nous le connaissions. Si vous l’avez recopié, vérifiez
			qu’il est entier.
		<?cs /if ?>
	</p>
</div>
<?cs if:?Lien.dedans ?>
	<p>
		Ce lien n’est pas le vôtre, mais vous êtes déjà dans votre
		espace : <a href="/">revenir à l’accueil</a>.
	</p>
<?cs else ?>
	<form class="stack" method="post" action="/connexion/lien" novalidate>
		<?cs call:csrf() ?>
		<?cs if:?Form.suite.value ?>
			<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
		<?cs /if ?>
		<?cs call:champ("email", "email", "username") ?>
		<button class="btn"><?cs call:ic("mail") ?> Recevoir un nouveau lien</button>
	</form>
	<p class="links"><a href="/connexion">Me connecter avec mon mot de passe</a></p>
<?cs /if ?>
