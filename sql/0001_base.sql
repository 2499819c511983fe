-- 0001: what every area stands on.  Times are UTC.  Column comments say the purpose
-- of each personal datum: the register of processing is printed from them.

CREATE TABLE reglage (
	cle VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	valeur TEXT NOT NULL
) COMMENT 'settings changed on screen';

-- Rights.  A public is a set of people by one criterion; a liste_acces says which
-- publics may do what; each objet follows one list.
CREATE TABLE public (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	genre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	cle VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
	titre VARCHAR(250) NOT NULL,
	UNIQUE (genre, cle)
) COMMENT 'genre: statut, type, benevolat, groupe, coordination, role';

CREATE TABLE liste_acces (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	cle VARCHAR(700) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE
) COMMENT 'cle: the canonical text of the list, "droit:public,droit:public", so that equal lists are one row';

CREATE TABLE acces (
	liste_id BIGINT NOT NULL,
	public_id BIGINT NOT NULL,
	droit TINYINT NOT NULL COMMENT '1 voir, 2 contribuer, 3 gerer',
	PRIMARY KEY (liste_id, public_id),
	KEY (public_id, droit, liste_id),
	FOREIGN KEY (liste_id) REFERENCES liste_acces (id),
	FOREIGN KEY (public_id) REFERENCES public (id)
);

CREATE TABLE objet (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	genre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	titre VARCHAR(1000) NOT NULL,
	cree_le DATETIME NOT NULL,
	cree_par BIGINT NULL,
	modifie_le DATETIME NOT NULL,
	archive_le DATETIME NULL,
	cadre_id BIGINT NULL COMMENT 'the folder or group that holds it',
	liste_id BIGINT NOT NULL COMMENT 'who may do what',
	KEY (genre, liste_id),
	KEY (cadre_id),
	FOREIGN KEY (liste_id) REFERENCES liste_acces (id)
);

CREATE TABLE contact (
	id BIGINT PRIMARY KEY,
	hubspot_id BIGINT NULL UNIQUE COMMENT 'identity in the CRM: addresses change, this does not',
	civilite VARCHAR(200) NULL COMMENT 'courrier postal; jamais exigée',
	prenom VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'identifier la personne',
	nom VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'identifier la personne',
	email VARCHAR(320) NOT NULL DEFAULT '' COMMENT 'se connecter, être prévenu-e',
	telephone VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'joindre la personne pour une action',
	code_postal VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'proposer ce qui se passe près de chez elle',
	ville VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'proposer ce qui se passe près de chez elle',
	date_naissance DATE NULL COMMENT 'obligations légales (mineurs), tranches d’âge',
	date_naissance_brute VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'texte du CRM, gardé même illisible',
	statut VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'prospect, confirme, ancien, as the CRM says',
	type_contact VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'benevole, salarie',
	bio TEXT NOT NULL DEFAULT '' COMMENT 'présentation libre écrite par la personne',
	acces TINYINT NOT NULL DEFAULT 0 COMMENT '0 none, 1 prospect, 2 volunteer, 3 staff: may enter or not',
	tri VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'sort key of the name',
	crm_modifie_le DATETIME(3) NULL COMMENT 'lastmodifieddate of the CRM',
	crm_lu_le DATETIME NULL COMMENT 'when the sync last read it',
	retire_le DATETIME NULL COMMENT 'no longer in the CRM (archived, merged, erased)',
	fusionne_dans BIGINT NULL COMMENT 'the survivor of a merge',
	KEY (tri, id),
	KEY (email),
	KEY (code_postal, tri),
	KEY (ville(40)),
	KEY (statut, tri),
	KEY (type_contact, tri),
	KEY (acces, tri),
	FOREIGN KEY (id) REFERENCES objet (id)
);

CREATE TABLE contact_public (
	contact_id BIGINT NOT NULL,
	public_id BIGINT NOT NULL,
	PRIMARY KEY (contact_id, public_id),
	KEY (public_id, contact_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (public_id) REFERENCES public (id)
);

-- The contact model is data: forms, filters, exports and the sync walk this table.
CREATE TABLE champ (
	id SMALLINT AUTO_INCREMENT PRIMARY KEY,
	cle VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
	libelle VARCHAR(120) NOT NULL,
	aide VARCHAR(300) NOT NULL DEFAULT '',
	genre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'texte, long, nombre, date, oui_non, choix, choix_multiple, code_postal, telephone, courriel, lien, groupe, etiquettes',
	origine VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'hubspot (read-only here) or plateforme',
	colonne VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL
		COMMENT 'the column of contact that holds it; NULL: rows of champ_valeur (membre for groups)',
	lecture TINYINT NOT NULL COMMENT '1 whoever sees the person, 2 shares a group, 3 manages the person, 4 staff, 5 administrators; oneself always',
	ecriture TINYINT NOT NULL COMMENT '0 the person, 3 also who manages, 4 staff, 9 nobody (the CRM)',
	bloc VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'identite, coordonnees, engagement, profil',
	ordre SMALLINT NOT NULL,
	finalite VARCHAR(200) NOT NULL COMMENT 'why it is kept (GDPR)',
	conservation VARCHAR(200) NOT NULL COMMENT 'how long (GDPR)',
	retire_le DATETIME NULL
);

CREATE TABLE champ_option (
	champ_id SMALLINT NOT NULL,
	valeur VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'internal value',
	libelle VARCHAR(200) NOT NULL,
	ordre INT NOT NULL DEFAULT 0,
	retire_le DATETIME NULL,
	PRIMARY KEY (champ_id, valeur),
	FOREIGN KEY (champ_id) REFERENCES champ (id)
);

CREATE TABLE champ_valeur (
	contact_id BIGINT NOT NULL,
	champ_id SMALLINT NOT NULL,
	valeur VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
	PRIMARY KEY (contact_id, champ_id, valeur),
	KEY (champ_id, valeur, contact_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (champ_id) REFERENCES champ (id)
) COMMENT 'one row a value: several for choix_multiple';

-- The words one looks people up by, each with the field it comes from (rights are by field).
CREATE TABLE contact_mot (
	mot VARCHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'folded word, whole address, or phone in national digits',
	champ_id SMALLINT NOT NULL,
	contact_id BIGINT NOT NULL,
	PRIMARY KEY (mot, champ_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE groupe_type (
	cle VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	titre VARCHAR(120) NOT NULL,
	pluriel VARCHAR(120) NOT NULL,
	teinte TINYINT NOT NULL COMMENT 'hue 1 to 6',
	ordre SMALLINT NOT NULL
);

CREATE TABLE groupe (
	id BIGINT PRIMARY KEY,
	type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	champ_id SMALLINT NULL COMMENT 'the field whose option made this group (CRM), or NULL',
	valeur VARCHAR(200) COLLATE utf8mb4_bin NULL COMMENT 'that option',
	description TEXT NOT NULL DEFAULT '',
	cree_le DATE NULL,
	ferme_le DATE NULL,
	UNIQUE (champ_id, valeur),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (type) REFERENCES groupe_type (cle)
);

CREATE TABLE membre (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	groupe_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL,
	role VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'membre'
		COMMENT 'membre, coordination, or a type of mission',
	debut DATE NOT NULL,
	fin DATE NULL,
	origine VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	KEY (contact_id, fin),
	KEY (groupe_id, fin, contact_id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

-- The people whose publics, list and words are to be computed again, by connection:
-- filled, used and emptied inside one transaction.
CREATE TABLE lot (
	connexion BIGINT NOT NULL,
	contact_id BIGINT NOT NULL,
	PRIMARY KEY (connexion, contact_id)
);

CREATE TABLE etiquette (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	famille VARCHAR(60) NOT NULL DEFAULT '',
	nom VARCHAR(80) NOT NULL UNIQUE
);

CREATE TABLE objet_etiquette (
	objet_id BIGINT NOT NULL,
	etiquette_id BIGINT NOT NULL,
	PRIMARY KEY (objet_id, etiquette_id),
	KEY (etiquette_id, objet_id),
	FOREIGN KEY (objet_id) REFERENCES objet (id),
	FOREIGN KEY (etiquette_id) REFERENCES etiquette (id)
);

-- Full text: tokens of lib/base/text, title and body of each objet.
CREATE TABLE recherche (
	objet_id BIGINT PRIMARY KEY,
	titre TEXT CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
	corps MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
	FULLTEXT (titre, corps),
	FULLTEXT (titre),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
);

CREATE TABLE journal (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	quand DATETIME(6) NOT NULL,
	acteur_id BIGINT NULL COMMENT 'contact, or NULL: the sync, a job, the operator',
	acte VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	objet_id BIGINT NULL,
	avant TEXT NULL,
	apres TEXT NULL,
	contenu CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'SHA-256 of avant and apres: the chain holds although a person was erased from them',
	efface_le DATETIME NULL COMMENT 'avant and apres were emptied: the person they spoke of was erased',
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'SHA-256 of the row before and of this one',
	KEY (objet_id, id),
	KEY (acteur_id, id)
) COMMENT 'append-only: no DELETE, no UPDATE but the erasure of a person';

CREATE TABLE journal_tete (
	id TINYINT PRIMARY KEY,
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) COMMENT 'the last hash; locked while one appends';
INSERT INTO journal_tete VALUES (1, REPEAT('0', 64));

CREATE TABLE compte (
	contact_id BIGINT PRIMARY KEY,
	mot_de_passe VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'Argon2id; NULL: link only',
	role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'admin, or nothing',
	cree_le DATETIME NOT NULL,
	vu_le DATETIME NULL COMMENT 'last sign-in',
	profil_le DATETIME NULL COMMENT 'first profile step answered or skipped',
	charte_le DATETIME NULL,
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE session (
	empreinte BINARY(32) PRIMARY KEY COMMENT 'SHA-256 of the cookie',
	contact_id BIGINT NOT NULL,
	csrf CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	cree_le DATETIME NOT NULL,
	vu_le DATETIME NOT NULL,
	expire_le DATETIME NOT NULL,
	appareil VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'navigateur et système, pour reconnaître ses connexions',
	adresse VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'sécurité du compte',
	KEY (contact_id),
	KEY (expire_le),
	FOREIGN KEY (contact_id) REFERENCES compte (contact_id)
);

CREATE TABLE lien (
	empreinte BINARY(32) PRIMARY KEY COMMENT 'SHA-256 of the token in the mail',
	contact_id BIGINT NOT NULL,
	cree_le DATETIME NOT NULL,
	expire_le DATETIME NOT NULL,
	utilise_le DATETIME NULL,
	KEY (contact_id, expire_le),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'one-use links sent by mail';

CREATE TABLE preference (
	contact_id BIGINT NOT NULL,
	genre VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	canal VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'site, courriel, resume',
	actif BOOL NOT NULL,
	PRIMARY KEY (contact_id, genre, canal),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'only what differs from the default';

CREATE TABLE courriel (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NULL,
	adresse VARCHAR(320) NOT NULL,
	genre VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	sujet VARCHAR(300) NOT NULL,
	texte MEDIUMTEXT NOT NULL,
	html MEDIUMTEXT NOT NULL,
	cree_le DATETIME NOT NULL,
	du_le DATETIME NOT NULL COMMENT 'not before',
	etat VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'pret' COMMENT 'pret, pris, envoye, refuse, annule',
	pris_jusqu_a DATETIME NULL COMMENT 'lease of the sender that claimed it',
	essais SMALLINT NOT NULL DEFAULT 0,
	envoye_le DATETIME NULL,
	erreur VARCHAR(500) NOT NULL DEFAULT '',
	KEY (etat, du_le),
	KEY (contact_id)
) COMMENT 'the outbox';

-- The sync.
CREATE TABLE sync_etat (
	cle VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	valeur TEXT NOT NULL
);

CREATE TABLE sync_tour (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	genre VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'complet, suite',
	debut DATETIME(3) NOT NULL,
	fin DATETIME(3) NULL,
	etat VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'en_cours' COMMENT 'en_cours, fait, echec',
	nb_vus INT NOT NULL DEFAULT 0,
	nb_crees INT NOT NULL DEFAULT 0,
	nb_modifies INT NOT NULL DEFAULT 0,
	nb_retires INT NOT NULL DEFAULT 0,
	nb_appels INT NOT NULL DEFAULT 0,
	message TEXT NOT NULL DEFAULT '',
	KEY (etat, fin)
) COMMENT 'run log, shown to administrators';
