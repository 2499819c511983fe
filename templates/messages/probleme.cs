<?cs set:Form.arrive.label = "Que s’est-il passé ?" ?>
<?cs set:Form.arrive.aide = "Avec vos mots : ce que vous faisiez, ce que vous avez vu." ?>
<?cs set:Form.attendu.label = "Qu’attendiez-vous ?" ?>
<?cs set:Form.attendu.facultatif = "1" ?>
<?cs set:Form.page.label = "Sur quelle page ?" ?>
<?cs set:Form.page.aide = "Son adresse dans cet espace, déjà remplie si vous venez d’elle." ?>
<?cs set:Form.page.facultatif = "1" ?>
<div class="head">
	<div>
		<h1>Signaler un problème</h1>
		<p>Votre message arrive à l’équipe qui administre cet espace. La réponse vient dans vos messages.</p>
	</div>
</div>
<?cs call:erreurs() ?>
<form class="stack read" method="post" action="/messages/probleme" novalidate>
	<?cs call:csrf() ?>
	<?cs call:texte_long("arrive", "5") ?>
	<?cs call:texte_long("attendu", "3") ?>
	<?cs call:champ("text", "page", "off") ?>
	<?cs if:Form.reference.value ?>
		<input type="hidden" name="reference" value="<?cs var:Form.reference.value ?>">
		<p class="s m">
			La référence de l’erreur, <?cs var:Form.reference.value ?>, est jointe : vous n’avez rien à
			copier.
		</p>
	<?cs /if ?>
	<p class="s m">N’envoyez jamais votre mot de passe : personne n’en a besoin pour vous aider.</p>
	<div class="row">
		<button class="btn"><?cs call:ic("send") ?> Envoyer</button>
		<a class="btn b3" href="/messages/siege">Une autre question au Siège</a>
	</div>
</form>
