<?cs var:Courriel.qui ?> vous cède sa place : <?cs var:Courriel.titre ?>, <?cs var:Courriel.dedans ?>

Bonjour<?cs if:Courriel.prenom ?> <?cs var:Courriel.prenom ?><?cs /if ?>,

<?cs var:Courriel.qui ?> ne peut pas venir et vous propose sa place. Rien n’est fait tant que vous n’avez pas répondu.

<?cs var:Courriel.titre ?>
<?cs var:Courriel.quand ?>
<?cs if:Courriel.lieu ?><?cs var:Courriel.lieu ?>
<?cs /if ?>
Prendre la place, ou dire non : <?cs var:Courriel.page ?>

<?cs var:Courriel.site ?>, <?cs var:Courriel.org ?>
