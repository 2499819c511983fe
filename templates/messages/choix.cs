<?cs set:Form.ecrire.label = "Les autres bénévoles peuvent m’écrire" ?><?cs set:Form.ecrire.aide = "L’équipe salariée et la coordination de vos groupes le peuvent toujours." ?><?cs set:Form.texte.label = "Les courriels qui annoncent un message en montrent le début" ?><?cs set:Form.texte.aide = "Sinon ils disent seulement qui vous écrit." ?>
<nav aria-label="Fil d’Ariane"><ol class="crumbs"><li><a href="/messages">Messages</a></li></ol></nav>
<div class="head"><div><h1>Mes choix pour les messages</h1></div></div>
<form class="stack read" method="post" action="/messages/choix">
<?cs call:csrf() ?><?cs call:case("ecrire") ?><?cs call:case("texte") ?>
<p><button class="btn">Enregistrer</button></p>
</form>
