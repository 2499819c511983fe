<?cs include:"groupes/onglets.cs" ?>
<div class="stack g6">
<?cs if:subcount(roles) ?>
<?cs each:o = roles ?>
  <section aria-labelledby="role-<?cs var:name(o) ?>"><h2 class="ttl" id="role-<?cs var:name(o) ?>"><?cs var:o.titre ?><?cs if:?o.total ?> <span class="m s"><?cs var:o.total ?></span><?cs /if ?></h2>
    <ul class="grid"><?cs each:p = o.membres ?><li><?cs call:qui(p, p.detail) ?></li>
<?cs /each ?></ul>
<?cs if:?o.suite ?>    <p><a href="<?cs var:url_validate(o.suite) ?>">Voir tout le monde</a></p>
<?cs /if ?></section>
<?cs /each ?>
<?cs else ?>
  <div class="empty"><?cs call:ic("user") ?><h2>Personne à montrer ici</h2><p>Ce groupe n’a pas encore de membre, ou vos droits ne permettent pas de voir leurs noms.</p></div>
<?cs /if ?>
</div>
