<nav aria-label="Fil d’Ariane"><ol class="crumbs"><li><a href="/groupes">Groupes</a></li><?cs if:?groupe.parent_id ?><li><a href="/groupes/<?cs var:groupe.parent_id ?>"><?cs var:groupe.parent ?></a></li><?cs /if ?></ol></nav>
<div class="hero">
  <svg class="ruche" aria-hidden="true"><use href="<?cs var:Asset.icons ?>#ruche"/></svg>
  <div class="head">
    <div class="stack g2">
      <p class="row"><span class="tag o"><?cs var:groupe.type ?></span><?cs if:groupe.etat == "archive" ?><span class="tag warn">Archivé</span><?cs /if ?><?cs if:groupe.mien ?><span class="tag o"><?cs call:ic("check") ?> Vous en faites partie</span><?cs /if ?></p>
      <h1><?cs var:groupe.titre ?></h1>
<?cs if:?groupe.resume ?>      <p><?cs var:groupe.resume ?></p>
<?cs elif:?groupe.ville ?>      <p><?cs var:groupe.ville ?></p>
<?cs /if ?>
<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
    </div>
<?cs if:?groupe.annuaire || Etiquette.choisir ?>    <div class="row"><?cs if:?groupe.annuaire ?><a class="btn b2" href="<?cs var:url_validate(groupe.annuaire) ?>"><?cs call:ic("search") ?> Chercher parmi les membres</a><?cs /if ?><?cs if:Etiquette.choisir ?><?cs call:etiqueter(groupe.id) ?><?cs /if ?></div>
<?cs /if ?>
  </div>
</div>
<div class="cols">
  <aside class="stack g5">
<?cs if:subcount(faits) ?>
    <section class="panel" aria-labelledby="reperes"><h2 id="reperes">Repères</h2>
      <dl class="stack g1"><?cs each:f = faits ?><div><dt><?cs var:f.libelle ?></dt><dd><?cs var:f.valeur ?></dd></div><?cs /each ?></dl></section>
<?cs /if ?>
<?cs if:subcount(sous_groupes) ?>
    <section aria-labelledby="sous"><h2 class="ttl" id="sous">Équipes de ce groupe</h2>
      <ul class="stack g3"><?cs each:g = sous_groupes ?><li><a class="who" href="/groupes/<?cs var:g.id ?>"><?cs call:sigle(g) ?><span><?cs var:g.titre ?> <small><?cs var:g.type ?></small></span></a></li><?cs /each ?></ul></section>
<?cs /if ?>
  </aside>
  <div class="stack g6">
<?cs if:subcount(roles) ?>
<?cs each:o = roles ?>
    <section aria-labelledby="role-<?cs var:name(o) ?>"><h2 class="ttl" id="role-<?cs var:name(o) ?>"><?cs var:o.titre ?><?cs if:?o.total ?> <span class="m s"><?cs var:o.total ?></span><?cs /if ?></h2>
      <ul class="grid"><?cs each:p = o.membres ?><li><?cs call:qui(p, p.detail) ?></li>
<?cs /each ?></ul>
<?cs if:?o.suite ?>      <p><a href="<?cs var:url_validate(o.suite) ?>">Voir tout le monde</a></p>
<?cs /if ?></section>
<?cs /each ?>
<?cs else ?>
    <div class="empty"><?cs call:ic("user") ?><h2>Personne à montrer ici</h2><p>Ce groupe n’a pas encore de membre, ou vos droits ne permettent pas de voir leurs noms.</p></div>
<?cs /if ?>
  </div>
</div>
