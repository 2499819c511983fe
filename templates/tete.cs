<?cs # The top of every page but the sign-in ones: skip link, banner, navigation. ?>
<a class="skip vh" href="#contenu">Aller au contenu</a>
<header class="top">
	<?cs call:marque() ?>
	<?cs if:?User.id ?>
		<form class="find" role="search" action="/recherche">
			<label class="vh" for="q">Rechercher dans tout l’espace</label>
			<?cs call:ic("search") ?>
			<input type="search" id="q" name="q" maxlength="200"
				placeholder="Rechercher une personne, un groupe…">
			<button class="ib"><?cs call:ic("search") ?><span class="vh">Rechercher</span></button>
		</form>
		<?cs if:?Menu.bell.count ?><?cs call:cloche() ?><?cs /if ?>
		<a class="ib" href="/compte"<?cs if:Page.url == "/compte" ?> aria-current="page"<?cs /if ?>>
			<span class="av" aria-hidden="true"><?cs var:User.initiales ?></span>
			<span class="vh">Mon compte, <?cs var:User.prenom ?> <?cs var:User.nom ?></span>
		</a>
	<?cs else ?>
		<a class="btn b2" href="/connexion">Se connecter</a>
	<?cs /if ?>
</header>
<?cs if:?User.id ?>
	<nav class="side" aria-label="Navigation principale">
		<ul class="nl">
			<?cs each:m = Menu.bar ?><?cs call:entree(m) ?><?cs /each ?>
			<li class="narrow">
				<button type="button" popovertarget="menu"<?cs each:m = Menu.more ?>
							<?cs if:m.current ?> aria-current="true"<?cs /if ?><?cs /each ?>>
					<?cs call:ic("menu") ?> Plus
				</button>
			</li>
		</ul>
		<div class="sheet" id="menu" popover>
			<button class="narrow" type="button" popovertarget="menu" popovertargetaction="hide">
				<?cs call:ic("x") ?> Fermer
			</button>
			<?cs if:subcount(Menu.more) ?>
				<ul class="nl"><?cs each:m = Menu.more ?><?cs call:entree(m) ?><?cs /each ?></ul>
			<?cs /if ?>
			<?cs if:subcount(Menu.groupes) ?>
				<p id="mg">Mes groupes</p>
				<ul class="nl" aria-labelledby="mg">
					<?cs each:g = Menu.groupes ?>
						<li>
							<a href="/groupes/<?cs var:g.id ?>"
									<?cs if:g.current ?> aria-current="page"<?cs /if ?>>
								<span class="av sq sm h<?cs var:g.teinte ?>" aria-hidden="true">
									<?cs var:g.sigle ?>
								</span> <?cs var:g.titre ?>
							</a>
						</li>
					<?cs /each ?>
				</ul>
			<?cs /if ?>
		</div>
	</nav>
<?cs /if ?>
