<?cs set:Form.email.label = "Adresse courriel" ?>
<?cs set:Form.email.aide = "Celle que connaît votre groupe, votre magasin ou le Siège. Exemple :
	prenom.nom@exemple.org" ?>
<?cs set:Page.etape = #1 ?>
<?cs include:"inscription/etapes.cs" ?>
<div class="stack g1">
	<h1>Créer mon compte</h1>
	<p class="m">
		Si l’équipe connaît votre adresse, votre place est prête : un courriel suffit pour la retrouver.
	</p>
</div>
<?cs call:erreurs() ?>
<form class="stack" method="post" action="/inscription" novalidate>
	<?cs call:csrf() ?>
	<?cs if:?Form.suite.value ?>
		<input type="hidden" name="suite" value="<?cs var:Form.suite.value ?>">
	<?cs /if ?>
	<?cs call:champ("email", "email", "email") ?>
	<button class="btn">Je connais mon adresse</button>
</form>
<p>
	Déjà venu-e ? <a href="/connexion<?cs if:?Form.suite.value ?>?suite=<?cs
				var:url_escape(Form.suite.value) ?><?cs /if ?>">
		Me connecter
	</a>
</p>
<p class="s m">
	Vous ne savez pas quelle adresse nous avons, ou vous
	découvrez <?cs var:Site.org ?> ? <a href="/public/contact">Écrivez-nous</a>. <a href="/public/donnees">
		Ce que nous faisons de vos données
	</a>
</p>
