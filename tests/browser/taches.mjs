// The forty tasks of taches.test.mjs: who, what she wants, the most presses, and the way she finds by reading.

export const TASKS = [
	// who is interested, and has just made her account
	['pro', 'know who welcomes me', 0, r => r.sees('Qui vous accueille')],
	['pro', 'write to who welcomes me', 1, async r => {
		await r.press('^Écrire à ');
		await r.finds('^Envoyer$');
	}],
	['pro', 'see what is open to me', 0, r => r.sees('Ce qui vous est ouvert')],
	['pro', 'know where my request to the group stands', 1, async r => {
		await r.press('^Groupe local de Paris');
		await r.sees('Votre demande est transmise');
	}],
	['pro', 'find a meeting to come to', 1, async r => {
		await r.press('^Agenda$');
		await r.sees('Webinaire');
	}],
	['pro', 'say who I am', 1, async r => {
		await r.press('^Vous présenter');
		await r.finds('^Enregistrer');
	}],
	// volunteers
	['benP', 'say in my group that I come to the market', 1, async r => {
		await r.press('^Stand au marché');
		await r.finds('Confirmer ma venue');
	}],
	['benP', 'take part in what is to be done', 1, async r => {
		await r.press('Répondre à la mairie');
		await r.sees('Qui s’en (charge|occupe)|mairie');
	}],
	['benP', 'publish a question in my group', 1, async r => {
		await r.press('^Publier');
		await r.finds('^Publier$');
	}],
	['benP', 'write to a person', 3, async r => {
		await r.press('^Messages', 'Nouveau message');
		await r.write('Prénom ou nom', 'Inès Belkacem', true);
		await r.finds('Inès Belkacem');
	}],
	['benP', 'write to the Siège', 2, async r => {
		await r.press('^Messages', '^Contacter le Siège$');
		await r.write('^Votre message', 'Bonjour');
	}],
	['benP', 'find who coordinates my group', 1, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris');
		await r.sees('^\\s*Coordination');
	}],
	['benP', 'leave a group that the CRM holds', 3, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', 'À propos', 'Quitter le groupe');
		await r.finds('Demander à quitter');
	}],
	['benP', 'have my telephone corrected', 3, async r => {
		await r.press('Mon compte', 'Voir ma fiche', 'Corriger ces informations');
		await r.finds('formulaire|Demander la correction');
	}],
	['benP', 'choose who sees my telephone', 3, async r => {
		await r.press('Mon compte');
		await r.press('Voir ma fiche', 'Discrétion');
		await r.finds('Enregistrer');
	}],
	['benP', 'receive fewer mails', 2, async r => {
		await r.press('Mon compte', '^Choisir$');
		await r.finds('Enregistrer');
	}],
	['benP', 'declare my hours', 2, async r => {
		await r.press('Mon compte', 'Mes heures');
		await r.sees('heure');
	}],
	['benP', 'take my data along', 2, async r => {
		await r.press('Mon compte', 'Voir et télécharger mes données');
		await r.sees('données');
	}],
	['benP', 'read the help', 1, async r => {
		await r.press('^Aide$');
		await r.sees('[Gg]uide');
	}],
	['benP', 'find a group elsewhere and ask to join it', 3, async r => {
		await r.press('^Groupes$', '^(Ly ?)?Groupe local de Lyon', 'Demander à rejoindre|^Rejoindre');
		await r.finds('Envoyer ma demande|^Rejoindre');
	}],
	['benL', 'ask a question to a group that I am not in', 3, async r => {
		await r.press('^Groupes$', 'Groupe local de Paris', 'Écrire à la coordination');
		await r.finds('^Envoyer$');
	}],
	// coordinators
	['cooP', 'welcome a newcomer', 2, async r => {
		await r.press('^Accueillir');
		await r.first();
		await r.finds('J’ai pris contact');
	}],
	['cooP', 'say on her page that she was welcomed', 3, async r => {
		await r.press('^Accueillir');
		await r.first();
		await r.press('Voir sa fiche');
		await r.finds('Accueillie');
	}],
	['cooP', 'write to my whole group', 2, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', 'Écrire au groupe');
		await r.sees('recevront');
		await r.finds('^Envoyer à');
	}],
	['cooP', 'invite somebody into my group', 2, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', 'Ajouter ou inviter');
		await r.finds('Envoyer les invitations');
	}],
	['cooP', 'import a table of my group', 2, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', 'Importer');
		await r.finds('Envoyer le fichier');
	}],
	['cooP', 'take the list of my members along', 1, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris');
		await r.finds('Exporter les membres');
	}],
	['cooP', 'ask for news of who fell silent', 2, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', 'Sans nouvelles');
		await r.sees('Sans nouvelles');
	}],
	['cooP', 'hand over my coordination', 2, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', 'Passer la main');
		await r.finds('Ulysse Verger');
		await r.finds('^Passer la main$');
	}],
	['cooP', 'give an action to a member of many', 4, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', '^Actions', '^(Nouvelle|Ajouter).*');
		await r.write('Qui s’en charge.*chercher', 'mar');
		await r.press('^Chercher$');
		await r.page.locator('main option', { hasText: /mar/i }).first().waitFor({ state: 'attached' });
	}],
	['cooP', 'have a role that the CRM holds taken back', 3, async r => {
		await r.press('^(Pa ?)?Groupe local de Paris', 'Membres', 'Rôles de Claire');
		await r.finds('Demander son retrait|Retirer ce rôle');
	}],
	['cooP', 'write to some people of the directory', 3, async r => {
		await r.press('^Annuaire$', 'Sélectionner');
		await r.page.locator('main tbody input').first().check();
		r.presses++;
		await r.finds('^Écrire$');
		await r.finds('Ajouter à un groupe');
	}],
	['cooP', 'create a meeting', 2, async r => {
		await r.press('^Agenda$', 'Créer un événement');
		await r.finds('Publier|Enregistrer|Continuer|Créer');
	}],
	// employees
	['sal', 'answer what the Siège is asked', 2, async r => {
		await r.press('^Messages', 'Demandes au Siège');
		await r.sees('demande');
	}],
	['sal', 'write a news', 2, async r => {
		await r.press('Toutes', 'Écrire une actualité');
		await r.finds('Enregistrer|Continuer|Publier');
	}],
	['sal', 'write a letter', 2, async r => {
		await r.press('^Lettres d’info$', 'Écrire une lettre');
		await r.finds('Continuer|Commencer|Créer|Écrire');
	}],
	// administrator, board, nobody yet
	['adm', 'see whether all is well', 2, async r => {
		await r.press('^Administration$', 'État du service');
		await r.sees('[Ss]ervice');
	}],
	['adm', 'see what a role may do', 2, async r => {
		await r.press('^Administration$', '^Droits$');
		await r.sees('[Dd]roits');
	}],
	['ca', 'see the figures of the whole', 1, async r => {
		await r.press('Tableau de bord');
		await r.sees('bénévoles');
	}],
	['', 'make my account', 1, async r => {
		await r.press('Créer mon compte');
		await r.finds('Je connais mon adresse');
	}],
];

// Those that must go at 390 px without a script.
export const ALONE = ['know who welcomes me', 'write to who welcomes me', 'say in my group that I come to the market',
	'publish a question in my group', 'write to a person', 'leave a group that the CRM holds', 'welcome a newcomer',
	'write to my whole group', 'hand over my coordination', 'make my account'];
