<div class="head"><div><h1>Charte de cet espace</h1><p>Quelques règles simples, pour que chaque personne s’y sente à sa place.</p></div></div>
<article class="read">
<h2>Entre nous</h2>
<ul>
<li>Je m’adresse aux autres avec respect, en désaccord comme en accord. Les propos racistes, sexistes, homophobes, validistes ou violents n’ont pas leur place ici.</li>
<li>Je parle en mon nom. La parole publique de <?cs var:Site.org ?> passe par le Siège.</li>
</ul>
<h2>Ce que je vois reste ici</h2>
<ul>
<li>Les noms, adresses et numéros servent à agir ensemble. Je ne les transmets à personne d’autre et n’en fais pas de liste hors de cet espace, sauf si mon rôle le demande.</li>
<li>Un fichier exporté est effacé dès qu’il n’est plus utile.</li>
<li>Je garde mon mot de passe pour moi.</li>
</ul>
<h2>Ce que je publie</h2>
<ul>
<li>Je demande l’accord des personnes avant de montrer leur visage ou de citer leurs mots.</li>
<li>Je choisis qui peut voir ce que j’écris, et je corrige volontiers une erreur.</li>
</ul>
<p>Une difficulté, un doute, un comportement qui blesse : <a href="/public/contact">le Siège est là</a>.</p>
</article>
