<nav aria-label="Fil d’Ariane">
	<ol class="crumbs">
		<li><a href="/lettres">Lettres d’info</a></li>
		<li><a href="/lettres/<?cs var:lettre.id ?>"><?cs var:lettre.titre ?></a></li>
	</ol>
</nav>
<div class="head">
	<div>
		<h1><?cs var:Edition.sujet ?></h1>
		<p>Version <?cs var:Edition.numero ?>, telle qu’elle part. <?cs var:Edition.apercu ?></p>
	</div>
</div>
<pre class="read"><?cs var:Edition.texte ?></pre>
