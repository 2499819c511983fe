<?cs var:Courriel.site ?> : on vous passe la main

Bonjour,

<?cs var:Courriel.qui ?>, qui administre l’espace <?cs var:de(Courriel.org) ?>, vous passe la main.
<?cs each:p = points ?>
<?cs var:p.mot ?>

<?cs var:p.phrase ?>
<?cs if:p.suite ?><?cs var:p.suite ?>
<?cs /if ?><?cs each:e = p.etapes ?>
- <?cs var:e.texte ?>
<?cs /each ?><?cs /each ?>
Le site : <?cs var:Courriel.url ?>

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
