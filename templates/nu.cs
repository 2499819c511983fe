<?cs # The honeycomb beside the sign-in and account forms, and beside a code to scan. ?>
<?cs if:?Qr.path ?>
	<aside class="hive screen" aria-label="Code à scanner">
		<svg class="ruche" aria-hidden="true"><use href="<?cs var:Asset.icons ?>#ruche"/></svg>
		<figure>
			<?cs call:qr("Code à scanner : " + Code.court + ", code " + Code.dit) ?>
			<figcaption><?cs var:Code.court ?>, code <b><?cs var:Code.dit ?></b></figcaption>
		</figure>
	</aside>
<?cs else ?>
	<aside class="hive" aria-label="À propos de cet espace">
		<svg class="ruche" aria-hidden="true"><use href="<?cs var:Asset.icons ?>#ruche"/></svg>
		<figure>
			<blockquote>
				<?cs if:?Page.citation ?>
					<?cs var:Page.citation ?>
				<?cs else ?>
					Des groupes, des magasins, des marches, des idées : un seul endroit pour se retrouver et
					agir.
				<?cs /if ?>
			</blockquote>
			<figcaption>L’espace des personnes engagées avec <?cs var:Site.org ?></figcaption>
		</figure>
		<p class="row foot">
			<a href="/public/accessibilite">Accessibilité : partiellement conforme</a>
			<a href="/public/donnees">Vos données</a>
			<a href="/public/contact">Contact</a>
			<a href="/public/mentions">Mentions légales</a>
		</p>
	</aside>
<?cs /if ?>
