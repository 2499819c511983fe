-- 0064: conversations of two or more people, messages to a whole group, and what is asked of the
-- Siège.  A conversation is an objet whose list names one public: its participants.

CREATE TABLE conversation (
	id BIGINT PRIMARY KEY,
	genre VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'personnes; envoi: to a group or segment; siege: asked of the staff',
	public_id BIGINT NOT NULL COMMENT 'the public of its participants',
	a_qui VARCHAR(250) NOT NULL DEFAULT '' COMMENT 'envoi: the group or segment it was sent to, in words',
	reponses VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'tous' COMMENT 'tous, or auteur: an answer is read by the sender alone',
	dernier_id BIGINT NOT NULL DEFAULT 0 COMMENT 'last message: coming and going does not move a conversation',
	KEY (dernier_id),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (public_id) REFERENCES public (id)
);

CREATE TABLE conversation_participant (
	conversation_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'faire parvenir les messages',
	arrive_le DATETIME NOT NULL,
	parti_le DATETIME NULL,
	lu_id BIGINT NOT NULL DEFAULT 0 COMMENT 'savoir ce qui reste à lire : dernier message lu',
	archive_le DATETIME NULL,
	PRIMARY KEY (conversation_id, contact_id),
	KEY (contact_id, parti_le, conversation_id),
	FOREIGN KEY (conversation_id) REFERENCES conversation (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE message (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	conversation_id BIGINT NOT NULL,
	genre VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'texte'
		COMMENT 'texte; trace: who came and went (texte: arrive, part); interne: for the staff alone',
	auteur_id BIGINT NULL COMMENT 'dire qui écrit',
	concerne_id BIGINT NULL COMMENT 'trace : la personne ajoutée',
	texte MEDIUMTEXT NOT NULL COMMENT 'ce que la personne a écrit',
	html MEDIUMTEXT NOT NULL COMMENT 'the same, ready to be shown',
	mots MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT '' COMMENT 'for the search',
	important BOOL NOT NULL DEFAULT 0 COMMENT 'its author sees how many have read it',
	voie VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'site' COMMENT 'site, courriel',
	cle VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the form that sent it: twice is once',
	cree_le DATETIME NOT NULL,
	efface_le DATETIME NULL,
	UNIQUE (auteur_id, cle),
	KEY (conversation_id, id),
	FULLTEXT (mots),
	FOREIGN KEY (conversation_id) REFERENCES conversation (id)
);

CREATE TABLE message_fichier (
	message_id BIGINT NOT NULL,
	fichier_id BIGINT NOT NULL,
	PRIMARY KEY (message_id, fichier_id),
	KEY (fichier_id),
	FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE,
	FOREIGN KEY (fichier_id) REFERENCES fichier (id) ON DELETE CASCADE
);

CREATE TABLE siege_sujet (
	id INT AUTO_INCREMENT PRIMARY KEY,
	libelle VARCHAR(120) NOT NULL,
	ordre SMALLINT NOT NULL DEFAULT 0,
	responsable_id BIGINT NULL COMMENT 'confier les demandes : personne de l’équipe à qui elles vont d’abord',
	retire_le DATETIME NULL
) COMMENT 'what one asks of the Siège';
INSERT INTO siege_sujet (libelle, ordre) VALUES
('Mon compte, mes informations', 10),
('Mon groupe ou mon magasin', 20),
('Un événement, du matériel', 30),
('Une formation', 40),
('Mes données personnelles', 50),
('Autre chose', 90);

CREATE TABLE siege_demande (
	conversation_id BIGINT PRIMARY KEY,
	sujet_id INT NOT NULL,
	etat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'nouveau' COMMENT 'nouveau, en_cours, repondu, clos',
	assigne_id BIGINT NULL COMMENT 'savoir qui répond',
	demandeur_id BIGINT NULL COMMENT 'savoir à qui répondre',
	KEY (etat, conversation_id),
	KEY (assigne_id, etat),
	FOREIGN KEY (conversation_id) REFERENCES conversation (id),
	FOREIGN KEY (sujet_id) REFERENCES siege_sujet (id)
);

-- Answers that come by mail (essaim-mail --receive).
ALTER TABLE courriel ADD reponse VARCHAR(320) NULL COMMENT 'where an answer to this mail is read by the platform';
CREATE TABLE courriel_recu (
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY COMMENT 'of its Message-ID and sender: taken once',
	recu_le DATETIME NOT NULL,
	suite VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pris, refuse, ignore',
	raison VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
	KEY (recu_le)
) COMMENT 'no text, no address: only that it came';
