<div class="head">
  <div>
    <h1>Bonjour <?cs var:User.prenom ?></h1>
    <p><?cs if:?aujourdhui ?><?cs var:aujourdhui ?>. <?cs /if ?><?cs if:?phrase ?><?cs var:phrase ?><?cs /if ?></p>
  </div>
  <a class="btn" href="/annuaire"><?cs call:ic("search") ?> Trouver une personne</a>
</div>
<div class="cols">
  <aside class="stack g5">
    <section class="panel" aria-labelledby="afaire">
      <h2 id="afaire">À faire<?cs if:subcount(afaire) ?> <span class="count"><?cs var:subcount(afaire) ?></span><?cs /if ?></h2>
<?cs if:subcount(afaire) ?>
      <ul class="rows">
<?cs each:a = afaire ?>        <li class="hit row nw g3"><span class="ico"><?cs if:?a.icone ?><?cs call:ic(a.icone) ?><?cs else ?><?cs call:ic("flag") ?><?cs /if ?></span><div class="grow"><p class="q"><a href="<?cs var:url_validate(a.url) ?>"><?cs var:a.titre ?></a></p><?cs if:?a.texte ?><p class="s m"><?cs var:a.texte ?></p><?cs /if ?></div></li>
<?cs /each ?>      </ul>
<?cs else ?>
      <p class="s m">Rien ne vous attend. Belle journée.</p>
<?cs /if ?>
    </section>
<?cs if:subcount(chiffres) ?>
    <section aria-labelledby="reperes">
      <div class="ttl"><h2 id="reperes">En ce moment</h2><a class="s push" href="/tableau-de-bord">Tableau de bord</a></div>
      <ul class="grid tight stats">
<?cs each:c = chiffres ?>        <li><b><?cs var:c.valeur ?></b> <span class="s m"><?cs var:c.libelle ?></span></li>
<?cs /each ?>      </ul>
    </section>
<?cs /if ?>
  </aside>
  <div class="stack g6">
    <section aria-labelledby="mesgroupes">
      <div class="ttl"><h2 id="mesgroupes">Mes groupes</h2><a class="s push" href="/groupes">Tous les groupes</a></div>
<?cs if:subcount(groupes) ?>
      <ul class="grid">
<?cs each:g = groupes ?>        <li class="card hit row nw g3"><?cs call:sigle(g) ?><div class="grow"><p class="q"><a href="/groupes/<?cs var:g.id ?>"><b><?cs var:g.titre ?></b></a></p><p class="s m"><?cs var:g.type ?><?cs if:g.membres > #1 ?>, <?cs var:g.membres ?> membres<?cs elif:g.membres == #1 ?>, 1 membre<?cs /if ?></p></div></li>
<?cs /each ?>      </ul>
<?cs else ?>
      <div class="panel empty"><?cs call:ic("groups") ?><h3>Pas encore de groupe</h3><p>Votre groupe, votre magasin ou votre équipe apparaîtra ici dès que le Siège l’aura noté. Vous pouvez déjà regarder qui agit près de chez vous.</p><p><a class="btn b2" href="/groupes">Voir les groupes</a></p></div>
<?cs /if ?>
    </section>
<?cs if:subcount(arrivees) ?>
    <section aria-labelledby="arrivees">
      <h2 class="ttl" id="arrivees">Arrivées récentes</h2>
      <ul class="rows">
<?cs each:p = arrivees ?>        <li class="hit row nw g3"><?cs call:av(p) ?><div class="grow"><h3><a href="/contacts/<?cs var:p.id ?>"><?cs var:p.prenom ?> <?cs var:p.nom ?></a></h3><p class="s m"><?cs var:p.groupe ?><?cs if:?p.quand ?><?cs if:p.groupe ?>, <?cs /if ?><?cs call:quand(p.quand, p.quand_iso) ?><?cs /if ?></p></div></li>
<?cs /each ?>      </ul>
    </section>
<?cs /if ?>
  </div>
</div>
