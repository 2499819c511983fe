<div class="head"><div><h1>Groupes</h1><p><?cs if:?Filtre.total_texte ?><?cs var:Filtre.total_texte ?><?cs else ?>Groupes locaux, magasins, équipes de marche, groupes de travail : qui agit, et où.<?cs /if ?></p></div></div>
<form class="row" method="get" action="/groupes" role="search" aria-label="Chercher un groupe">
<div class="find grow"><label class="vh" for="gq">Nom ou ville du groupe</label><?cs call:ic("search") ?><input type="search" id="gq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>" placeholder="Nom ou ville…"></div>
<?cs each:g = Filtre.gardes ?><input type="hidden" name="<?cs var:g.cle ?>" value="<?cs var:g.valeur ?>"><?cs /each ?>
<button class="btn">Chercher</button>
</form>
<?cs if:subcount(Filtre.types) ?>
<nav class="seg mt" aria-label="Type de groupe"><?cs each:t = Filtre.types ?><a href="<?cs var:url_validate(t.url) ?>"<?cs if:t.ici ?> aria-current="true"<?cs /if ?>><?cs var:t.libelle ?></a><?cs /each ?></nav>
<?cs /if ?>
<?cs if:subcount(items) ?>
<ul class="grid mt" aria-label="Groupes">
<?cs each:g = items ?><li class="card hit row nw g3"><?cs call:sigle(g) ?><div class="grow"><h2 class="q"><a href="/groupes/<?cs var:g.id ?>"><?cs var:g.titre ?></a></h2><p class="s m"><?cs var:g.type ?><?cs if:?g.ville ?>, <?cs var:g.ville ?><?cs /if ?><?cs if:g.membres > #1 ?>, <?cs var:g.membres ?> membres<?cs elif:g.membres == #1 ?>, 1 membre<?cs /if ?></p><?cs if:g.etat == "archive" ?><span class="tag warn">Archivé</span><?cs /if ?></div></li>
<?cs /each ?></ul>
<?cs call:pager(Pager) ?>
<?cs else ?>
<div class="empty"><?cs call:ic("groups") ?><h2>Aucun groupe ne correspond</h2><p>Essayez un autre nom, une ville voisine ou tous les types.</p><p><a class="btn b2" href="/groupes">Voir tous les groupes</a></p></div>
<?cs /if ?>
