<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">Une demande pour votre groupe</h1>
<p style="margin:0 0 16px">Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>. <?cs var:Courriel.qui ?> demande à rejoindre « <?cs var:Courriel.groupe ?> », que vous coordonnez.</p>
<?cs if:Courriel.mot ?><p style="margin:0 0 16px">« <?cs var:Courriel.mot ?> »</p><?cs /if ?>
<p style="margin:0 0 24px"><a href="<?cs var:url_validate(Courriel.url) ?><?cs var:url_validate(Courriel.page) ?>" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#44841a;color:#fff;font-weight:600;text-decoration:none">Répondre à la demande</a></p>
<?cs include:"courriel/pied.html.cs" ?>
