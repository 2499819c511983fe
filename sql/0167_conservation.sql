-- 0167: how long each thing is kept, and what becomes of it then: rules that the association adopts
-- and changes on screen, who was warned, and accounts that were closed because nobody used them.

CREATE TABLE conservation_regle (
	id SMALLINT AUTO_INCREMENT PRIMARY KEY,
	cle VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'what the code and the dry run call it',
	sujet VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'personne, compte, lignes: what goes by itself; fixe: said here, decided elsewhere',
	statut VARCHAR(40) NULL UNIQUE COMMENT 'personne: of that status in the CRM; ancien: also who is not in it any more',
	depuis VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'personne: echange, depart',
	quoi VARCHAR(120) NOT NULL,
	nature VARCHAR(60) NOT NULL,
	apres VARCHAR(160) NOT NULL COMMENT 'from when, after the delay: "après le départ"',
	duree SMALLINT NULL COMMENT 'NULL: for ever',
	unite VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'an' COMMENT 'jour, mois, an',
	suite VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
		COMMENT 'anonymiser, fermer, effacer, archiver (then erase), totaux (kept), sceller, remplacer',
	minimum SMALLINT NOT NULL DEFAULT 1 COMMENT 'days: what the product or the law needs',
	repere VARCHAR(700) NOT NULL DEFAULT '' COMMENT 'what the texts say, and which',
	ordre SMALLINT NOT NULL,
	change_le DATETIME NULL,
	change_par BIGINT NULL
) COMMENT 'how long each thing is kept';

INSERT INTO conservation_regle (cle, sujet, statut, depuis, quoi, nature, apres, duree, unite, suite, minimum, repere, ordre) VALUES
('prospect', 'personne', 'prospect', 'echange', 'Prospect', 'Contact', 'après le dernier échange', 3, 'an', 'anonymiser', 90,
	'Cnil, référentiel « gestion des activités commerciales » (délibération n° 2021-131 du 23 septembre 2021) : trois ans après la collecte ou le dernier contact venu de la personne. Ouvrir un courriel n’est pas un contact.', 10),
('benevole', 'personne', 'confirme', 'echange', 'Bénévole', 'Contact', 'tant que l’engagement dure', NULL, 'an', '', 365,
	'Aucun texte ne fixe de durée pour les bénévoles ; RGPD, article 5-1-e : pas plus que nécessaire. L’engagement en est la mesure.', 20),
('ancien', 'personne', 'ancien', 'depart', 'Ancien-ne bénévole', 'Contact', 'après le départ', 3, 'an', 'anonymiser', 90,
	'Aucun texte ne fixe de durée pour les bénévoles. L’ancienne dispense n° 8 de la Cnil (délibération n° 2010-229 du 10 juin 2010) effaçait au départ, sauf demande contraire ; trois ans suivent l’usage du dernier contact. L’association décide.', 30),
('compte', 'compte', NULL, '', 'Compte inactif', 'Compte', 'après la dernière connexion', 2, 'an', 'fermer', 90,
	'Cnil, référentiel « gestion des activités commerciales » (délibération n° 2021-131 du 23 septembre 2021) : un compte en ligne est tenu pour inactif au bout de deux ans, après un avertissement.', 40),
('visiteurs', 'lignes', NULL, '', 'Inscription sans compte', 'Événement', 'après la date', 3, 'mois', 'effacer', 30,
	'RGPD, article 5-1-e : le temps d’accueillir la personne et de lui répondre. La place reste comptée.', 50),
('notes', 'lignes', NULL, '', 'Notes de coordination', 'Contact', 'après l’écriture', 1, 'an', 'effacer', 30,
	'RGPD, article 5-1-c et e : des appréciations sur une personne ne se gardent que tant qu’elles servent. Une note dont le rappel est à venir reste.', 60),
('messages', 'lignes', NULL, '', 'Messages', 'Conversation', 'après le dernier', 5, 'an', 'archiver', 180,
	'Aucun texte ne fixe de durée ; cinq ans suivent la prescription de droit commun (Code civil, article 2224). Archivée, la conversation est effacée six mois plus tard.', 70),
('heures', 'lignes', NULL, '', 'Pointages et heures', 'Mission', 'pièces des comptes', 10, 'an', 'totaux', 730,
	'Code de commerce, article L. 123-22 : dix ans pour les pièces des comptes, dont la valorisation du bénévolat. Les totaux par mission et par année restent, sans personne.', 80),
('journal', 'fixe', NULL, '', 'Journal', 'Sécurité', 'après la ligne', 3, 'an', 'sceller', 1096,
	'Cnil, recommandation sur la journalisation (délibération n° 2021-122 du 14 octobre 2021) : six mois à un an, jusqu’à trois ans pour un contrôle interne documenté, ce qu’est ce journal.', 90),
('sauvegardes', 'fixe', NULL, '', 'Sauvegardes', 'Sécurité', '', NULL, 'jour', 'remplacer', 1,
	'Réglé par l’hébergement (dump.nights).', 100),
('notifications', 'lignes', NULL, '', 'Notifications', 'Technique', 'après l’événement', 180, 'jour', 'effacer', 30, '', 110),
('courriels', 'lignes', NULL, '', 'Courriels partis', 'Technique', 'adresse et sujet ; le texte s’efface à l’envoi', 90, 'jour', 'effacer', 7, '', 120),
('lettres', 'lignes', NULL, '', 'Adresses des lettres', 'Lettre', 'après l’envoi', 1, 'an', 'totaux', 30,
	'RGPD, article 5-1-e : le temps de traiter les retours et les désinscriptions. Les chiffres de la lettre restent.', 130),
('invitations', 'lignes', NULL, '', 'Invitations sans suite', 'Compte', 'après la dernière relance', 1, 'an', 'effacer', 30, '', 140),
('demandes', 'lignes', NULL, '', 'Demandes d’adhésion répondues', 'Groupe', 'après la réponse', 1, 'an', 'effacer', 30, '', 150),
('appareils', 'lignes', NULL, '', 'Appareils reconnus', 'Compte', 'après la dernière connexion', 1, 'an', 'effacer', 30, '', 160),
('desinscriptions', 'lignes', NULL, '', 'Liens de désinscription', 'Courriel', 'après le courriel', 1, 'an', 'effacer', 60, '', 170),
('tours', 'lignes', NULL, '', 'Lectures de HubSpot', 'Technique', 'ligne du relevé', 1, 'an', 'effacer', 30, '', 180),
('sessions', 'fixe', NULL, '', 'Connexions ouvertes', 'Compte', 'elles finissent d’elles-mêmes', NULL, 'jour', 'effacer', 1, '', 190),
('liens', 'fixe', NULL, '', 'Liens de connexion, essais de mot de passe', 'Compte', 'après leur fin', 1, 'jour', 'effacer', 1, '', 200),
('fichiers', 'fixe', NULL, '', 'Fichiers que rien ne nomme', 'Fichier', 'après le dépôt', 1, 'jour', 'effacer', 1, '', 210),
('imports', 'fixe', NULL, '', 'Lignes des imports', 'Import', 'le temps de pouvoir annuler', 30, 'jour', 'effacer', 1, '', 220),
('inscription_liens', 'fixe', NULL, '', 'Clés des courriels d’inscription', 'Événement', 'après l’événement', 30, 'jour', 'effacer', 1, '', 230);

CREATE TABLE conservation_avis (
	contact_id BIGINT NOT NULL,
	regle_id SMALLINT NOT NULL,
	averti_le DATETIME NULL COMMENT 'when she was written to; older than her last exchange: it counts no more',
	rappel_le DATETIME NULL COMMENT 'the second mail, of an account',
	revenu_le DATETIME NULL COMMENT 'she said that she stays, or came back: an exchange',
	accord_le DATETIME NULL COMMENT 'the staff decided of who cannot be written to',
	accord_par BIGINT NULL,
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE COMMENT 'sha256 of the key of her mail',
	PRIMARY KEY (contact_id, regle_id),
	KEY (revenu_le),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (regle_id) REFERENCES conservation_regle (id)
) COMMENT 'who was told that her data will go';

ALTER TABLE compte ADD ferme_le DATETIME INVISIBLE NULL
	COMMENT 'nobody used it for too long: a password opens it no more, a link by mail does again';
ALTER TABLE crm_efface ADD retour BOOL INVISIBLE NOT NULL DEFAULT FALSE
	COMMENT 'went because of its age: comes back once the CRM says that the person is engaged';
-- Ten years on, hours are of nobody.
ALTER TABLE heures MODIFY contact_id BIGINT NULL COMMENT 'compter le temps que la personne donne ; NULL : les totaux restent';
