<nav aria-label="Fil d’Ariane"><ol class="crumbs"><li><a href="/annuaire">Annuaire</a></li><?cs if:subcount(groupes) ?><li><a href="/groupes/<?cs var:groupes.0.id ?>"><?cs var:groupes.0.titre ?></a></li><?cs /if ?></ol></nav>
<div class="head">
  <div class="row nw g5">
    <span class="av xl h<?cs var:contact.teinte ?>" aria-hidden="true"><?cs var:contact.initiales ?></span>
    <div class="stack g1">
      <h1><?cs var:contact.prenom ?> <?cs var:contact.nom ?></h1>
<?cs if:?contact.resume ?>      <p><?cs var:contact.resume ?></p>
<?cs /if ?>
<?cs if:subcount(tags) || subcount(groupes) ?>      <p class="row"><?cs each:g = groupes ?><a class="tag h<?cs var:g.teinte ?>" href="/groupes/<?cs var:g.id ?>"><?cs var:g.titre ?></a> <?cs /each ?><?cs each:t = tags ?><span class="tag<?cs if:t.teinte ?> h<?cs var:t.teinte ?><?cs /if ?>"><?cs var:t.libelle ?></span> <?cs /each ?></p>
<?cs /if ?>
<?cs call:etiquettes(Etiquettes, Etiquette.lien) ?>
<?cs if:?contact.vu_par ?>      <p class="s m"><?cs call:ic("eye") ?> <?cs var:contact.vu_par ?></p>
<?cs /if ?>
    </div>
  </div>
<?cs if:contact.modifiable || Etiquette.choisir ?>
  <div class="row"><?cs if:contact.modifiable ?><a class="btn b2" href="/contacts/<?cs var:contact.id ?>/modifier"><?cs call:ic("pen") ?> Modifier</a><?cs /if ?><?cs if:Etiquette.choisir ?><?cs call:etiqueter(contact.id) ?><?cs /if ?></div>
<?cs /if ?>
</div>
<div class="cols">
  <aside class="stack g5">
<?cs each:b = blocs ?>
    <section class="panel" aria-labelledby="bloc-<?cs var:name(b) ?>">
      <h2 id="bloc-<?cs var:name(b) ?>"><?cs var:b.titre ?> <?cs call:origine(b.origine) ?></h2>
      <dl class="stack g1">
<?cs each:c = b.champs ?>        <div><dt><?cs var:c.libelle ?></dt><dd><?cs if:?c.tel ?><a href="tel:<?cs var:c.tel ?>"><?cs var:c.valeur ?></a><?cs elif:?c.lien ?><a href="<?cs var:url_validate(c.lien) ?>"><?cs var:c.valeur ?></a><?cs else ?><?cs var:c.valeur ?><?cs /if ?></dd></div>
<?cs /each ?>      </dl>
<?cs if:b.origine == "hubspot" ?><?cs if:?sync.age ?>      <p class="s m"><?cs call:ic("sync") ?> <?cs var:sync.age ?></p>
<?cs /if ?><?cs if:?contact.corriger ?>      <a class="btn b3" href="/contacts/<?cs var:contact.id ?>/corriger">Corriger ces informations</a>
<?cs /if ?><?cs /if ?>
    </section>
<?cs /each ?>
  </aside>
  <div class="stack g6">
    <section aria-labelledby="bio">
      <h2 class="ttl" id="bio">En quelques mots</h2>
<?cs if:subcount(contact.bio) ?>      <div class="read"><?cs each:p = contact.bio ?><p><?cs var:p ?></p><?cs /each ?></div>
<?cs elif:contact.bio ?>      <p class="read"><?cs var:contact.bio ?></p>
<?cs elif:contact.modifiable ?>      <p class="m">Rien pour l’instant. Deux phrases suffisent pour que l’on vous reconnaisse. <a href="/contacts/<?cs var:contact.id ?>/modifier">Écrire ma présentation</a></p>
<?cs else ?>      <p class="m"><?cs var:contact.prenom ?> ne s’est pas encore présenté-e.</p>
<?cs /if ?>
    </section>
<?cs if:subcount(missions) ?>
    <section aria-labelledby="missions">
      <h2 class="ttl" id="missions">Missions et engagements</h2>
      <ul class="grid">
<?cs each:m = missions ?>        <li class="card hit"><p class="q"><?cs if:?m.groupe_id ?><a href="/groupes/<?cs var:m.groupe_id ?>"><b><?cs var:m.titre ?></b></a><?cs else ?><b><?cs var:m.titre ?></b><?cs /if ?></p><p class="s m"><?cs var:m.role ?><?cs if:?m.depuis ?><?cs if:m.role ?>, <?cs /if ?>depuis <?cs var:m.depuis ?><?cs /if ?><?cs if:?m.jusqu_a ?>, jusqu’à <?cs var:m.jusqu_a ?><?cs /if ?></p></li>
<?cs /each ?>      </ul>
    </section>
<?cs /if ?>
<?cs if:subcount(histoire) ?>
    <section aria-labelledby="hist">
      <h2 class="ttl" id="hist">Dernières étapes</h2>
      <ol class="line">
<?cs each:h = histoire ?>        <li><?cs call:quand(h.quand, h.quand_iso) ?><p><?cs var:h.texte ?></p></li>
<?cs /each ?>      </ol>
    </section>
<?cs /if ?>
  </div>
</div>
