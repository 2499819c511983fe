<?cs include:"groupes/onglets.cs" ?>
<div class="cols">
  <aside class="stack g5">
<?cs if:subcount(sous_groupes) ?>
    <section aria-labelledby="sous"><h2 class="ttl" id="sous">Équipes de ce groupe</h2>
      <ul class="stack g3"><?cs each:g = sous_groupes ?><li><a class="who" href="/groupes/<?cs var:g.id ?>"><?cs call:sigle(g) ?><span><?cs var:g.titre ?> <small><?cs var:g.type ?></small></span></a></li><?cs /each ?></ul></section>
<?cs /if ?>
  </aside>
  <div class="stack g6">
<?cs if:subcount(faits) ?>
    <section class="panel" aria-labelledby="reperes"><h2 id="reperes">Repères</h2>
      <dl class="stack g1"><?cs each:f = faits ?><div><dt><?cs var:f.libelle ?></dt><dd><?cs var:f.valeur ?></dd></div><?cs /each ?></dl></section>
<?cs /if ?>
<?cs if:subcount(Etiquettes) || Etiquette.choisir ?>
    <section class="stack g2" aria-labelledby="etiq"><h2 class="ttl" id="etiq">Étiquettes</h2>
<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
<?cs if:Etiquette.choisir ?><p><?cs call:etiqueter(groupe.id) ?></p><?cs /if ?>
    </section>
<?cs /if ?>
  </div>
</div>
