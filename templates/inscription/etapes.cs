<ol class="row steps">
	<li<?cs if:Page.etape == #1 ?> aria-current="step"<?cs /if ?>>
		<?cs if:Page.etape > #1 ?><?cs call:ic("check") ?> <?cs /if ?>Adresse
	</li>
	<li<?cs if:Page.etape == #2 ?> aria-current="step"<?cs /if ?>>
		<?cs if:Page.etape > #2 ?><?cs call:ic("check") ?> <?cs /if ?>Mot de passe
	</li>
	<li<?cs if:Page.etape == #3 ?> aria-current="step"<?cs /if ?>>Profil</li>
</ol>
