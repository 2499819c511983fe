<nav aria-label="Fil d’Ariane"><ol class="crumbs"><li><a href="/messages">Messages</a></li><li><a href="/messages/siege/demandes">Demandes au Siège</a></li></ol></nav>
<div class="head"><div><h1>Sujets des demandes</h1><p>Ce que l’on choisit en écrivant au Siège. Sans responsable, une demande est annoncée à toute l’équipe.</p></div></div>
<?cs call:erreurs() ?>
<ul class="rows read">
<?cs each:s = sujets ?><li><form class="row" method="post" action="/messages/siege/sujets"><?cs call:csrf() ?><input type="hidden" name="id" value="<?cs var:s.valeur ?>"><input type="hidden" name="ordre" value="<?cs var:s.ordre ?>"><div class="f grow"><label for="l-<?cs var:s.valeur ?>">Sujet</label><input type="text" id="l-<?cs var:s.valeur ?>" name="libelle" maxlength="120" value="<?cs var:s.libelle ?>" required></div><div class="f"><label for="r-<?cs var:s.valeur ?>">Responsable</label><select id="r-<?cs var:s.valeur ?>" name="responsable"><option value="">Toute l’équipe</option><?cs each:e = Equipe ?><option value="<?cs var:e.valeur ?>"<?cs if:e.valeur == s.responsable_id ?> selected<?cs /if ?>><?cs var:e.libelle ?></option><?cs /each ?></select></div><label class="ck"><input type="checkbox" name="retirer" value="1"> Retirer</label><button class="btn b2">Enregistrer<span class="vh"> <?cs var:s.libelle ?></span></button></form></li>
<?cs /each ?></ul>
<form class="stack read mt" method="post" action="/messages/siege/sujets" novalidate><?cs call:csrf() ?>
<h2>Nouveau sujet</h2>
<?cs set:Form.libelle.label = "Nom du sujet" ?><?cs call:champ("text", "libelle", "off") ?>
<p><button class="btn">Ajouter le sujet</button></p>
</form>
