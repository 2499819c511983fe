<nav aria-label="Fil d’Ariane"><ol class="crumbs"><li><a href="/annuaire">Annuaire</a></li></ol></nav>
<div class="head"><div><h1>Tous les filtres</h1><p>Chaque filtre réduit la liste ; laissez vide ce qui n’importe pas.</p></div></div>
<form class="stack" method="get" action="/annuaire" role="search" aria-label="Filtrer l’annuaire">
<div class="f"><label for="aq">Nom, courriel, téléphone, ville</label><input type="search" id="aq" name="q" maxlength="200" value="<?cs var:Filtre.q ?>"></div>
<div class="grid">
<?cs each:c = Filtre.champs ?><?cs call:facette(c) ?>
<?cs /each ?></div>
<?cs each:c = Filtre.gardes ?><input type="hidden" name="<?cs var:c.cle ?>" value="<?cs var:c.valeur ?>"><?cs /each ?>
<div class="row"><button class="btn">Voir les résultats</button><a class="btn b3" href="/annuaire">Tout effacer</a></div>
</form>
