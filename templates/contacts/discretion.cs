<?cs include:"contacts/tete.cs" ?>
<?cs set:Form.discret.label = "Me retirer de l’annuaire des bénévoles" ?><?cs set:Form.discret.aide = "Les autres bénévoles ne vous trouvent plus, ni par une recherche, ni par une liste. La coordination de vos groupes et l’équipe salariée vous voient toujours." ?>
<?cs set:Form.pause.label = "En pause jusqu’au" ?><?cs set:Form.pause.facultatif = "1" ?><?cs set:Form.pause.aide = "On ne vous demandera pas de nouvelles d’ici là. Vos accès restent ouverts." ?>
<form class="stack read" method="post" action="/contacts/<?cs var:contact.id ?>/discretion" novalidate>
<?cs call:csrf() ?><?cs call:erreurs() ?>
<p>Ces choix valent partout : pages, listes, recherches, fichiers exportés.</p>
<?cs call:case("discret") ?>
<?cs if:subcount(champs) ?><fieldset><legend>Ne montrer qu’à la coordination de mes groupes et à l’équipe salariée</legend><div class="stack g1"><?cs each:c = champs ?><label class="ck"><input type="checkbox" name="cache[]" value="<?cs var:c.valeur ?>"<?cs if:?c.choisi ?> checked<?cs /if ?>> <?cs var:c.libelle ?></label><?cs /each ?></div></fieldset><?cs /if ?>
<?cs call:champ("date", "pause", "") ?>
<div class="row"><button class="btn">Enregistrer mes choix</button><a class="btn b3" href="/compte/donnees">Télécharger mes données</a></div>
</form>
