-- 0062: what people publish together in a group: posts, comments, reactions, polls, tasks, priorities.
--
-- A post, a comment and a task are objets: rights, search and journal are those of any objet.
-- Comments, reactions, versions, reports and readings hang on any objet.

CREATE TABLE publication (
	id BIGINT PRIMARY KEY,
	groupe_id BIGINT NOT NULL,
	genre VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'message, question, merci, sondage, quiz, dates; action: a task was done, written by the platform',
	titre VARCHAR(200) NOT NULL DEFAULT '',
	texte MEDIUMTEXT NOT NULL COMMENT 'Markdown',
	important BOOL NOT NULL DEFAULT FALSE COMMENT 'readers say that they have read it',
	siege BOOL NOT NULL DEFAULT FALSE COMMENT 'by staff',
	joints TINYINT NOT NULL DEFAULT 0 COMMENT 'links and cards it bears',
	epingle_le DATETIME NULL,
	change_le DATETIME NULL COMMENT 'last edition of the text',
	supprime_le DATETIME NULL COMMENT 'the text is gone, the trace stays',
	supprime_par BIGINT NULL,
	KEY (groupe_id, id),
	KEY (groupe_id, epingle_le),
	KEY (siege, id),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
);

CREATE TABLE objet_lien (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	objet_id BIGINT NOT NULL,
	titre VARCHAR(200) NOT NULL,
	url VARCHAR(2000) NOT NULL,
	KEY (objet_id),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
) COMMENT 'links, with the title that the author gave';

CREATE TABLE objet_carte (
	objet_id BIGINT NOT NULL,
	cible_id BIGINT NOT NULL COMMENT 'shown to who may see it',
	PRIMARY KEY (objet_id, cible_id),
	FOREIGN KEY (objet_id) REFERENCES objet (id),
	FOREIGN KEY (cible_id) REFERENCES objet (id)
);

CREATE TABLE commentaire (
	id BIGINT PRIMARY KEY,
	sur_id BIGINT NOT NULL COMMENT 'the objet it speaks of',
	racine_id BIGINT NOT NULL COMMENT 'the comment it answers, or itself',
	texte TEXT NOT NULL COMMENT 'Markdown',
	change_le DATETIME NULL,
	supprime_le DATETIME NULL,
	supprime_par BIGINT NULL,
	KEY (sur_id, racine_id, id),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (sur_id) REFERENCES objet (id)
);

CREATE TABLE discussion (
	objet_id BIGINT PRIMARY KEY,
	n INT NOT NULL COMMENT 'comments that are not deleted',
	avant_id BIGINT NULL COMMENT 'the last but one of them',
	dernier_id BIGINT NULL COMMENT 'the last of them',
	FOREIGN KEY (objet_id) REFERENCES objet (id)
) COMMENT 'counted in the transaction that comments';

CREATE TABLE reaction (
	objet_id BIGINT NOT NULL,
	genre TINYINT NOT NULL COMMENT '1 partant, 2 bravo, 3 merci, 4 victoire, 5 idee, 6 discuter',
	contact_id BIGINT NOT NULL COMMENT 'compter chaque personne une fois',
	PRIMARY KEY (objet_id, genre, contact_id),
	KEY (contact_id),
	FOREIGN KEY (objet_id) REFERENCES objet (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE reaction_total (
	objet_id BIGINT NOT NULL,
	genre TINYINT NOT NULL,
	n INT NOT NULL,
	PRIMARY KEY (objet_id, genre),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
);

CREATE TABLE ecrit_version (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	objet_id BIGINT NOT NULL,
	ecrit_le DATETIME NOT NULL COMMENT 'when this text was written',
	titre VARCHAR(200) NOT NULL,
	texte MEDIUMTEXT NOT NULL,
	KEY (objet_id, id),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
) COMMENT 'what a text was before it was changed; emptied when it is deleted';

CREATE TABLE lecture (
	objet_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'savoir qui a lu un message important ; la personne le dit elle-même',
	lu_le DATETIME NOT NULL,
	PRIMARY KEY (objet_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (objet_id) REFERENCES objet (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE signalement (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	objet_id BIGINT NOT NULL,
	contact_id BIGINT NULL COMMENT 'qui signale : pour lui répondre',
	motif VARCHAR(1000) NOT NULL,
	cree_le DATETIME NOT NULL,
	etat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ouvert' COMMENT 'ouvert, retire, garde',
	traite_le DATETIME NULL,
	traite_par BIGINT NULL,
	KEY (etat, id),
	KEY (objet_id, etat),
	KEY (contact_id),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
);

-- A poll is a publication.  Who voted (sondage_votant) and for what (vote) stand apart: of a
-- secret poll only the first is kept, and the counts.
CREATE TABLE sondage (
	id BIGINT PRIMARY KEY,
	genre VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sondage, quiz, dates',
	plusieurs BOOL NOT NULL DEFAULT FALSE,
	secret BOOL NOT NULL DEFAULT FALSE,
	resultat VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'suite'
		COMMENT 'suite: at once; vote: after one’s own vote; cloture: when it is closed',
	fin DATETIME NULL COMMENT 'closes by itself then',
	clos_le DATETIME NULL COMMENT 'closed by hand before',
	choisi_id BIGINT NULL COMMENT 'the date that was kept',
	votants INT NOT NULL DEFAULT 0,
	relance_le DATETIME NULL,
	FOREIGN KEY (id) REFERENCES publication (id)
);

CREATE TABLE sondage_question (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	sondage_id BIGINT NOT NULL,
	rang TINYINT NOT NULL,
	texte VARCHAR(300) NOT NULL,
	explication VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'of a quiz: shown after the answer',
	KEY (sondage_id, rang),
	FOREIGN KEY (sondage_id) REFERENCES sondage (id)
);

CREATE TABLE sondage_option (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	sondage_id BIGINT NOT NULL,
	question_id BIGINT NOT NULL,
	rang TINYINT NOT NULL,
	texte VARCHAR(300) NOT NULL DEFAULT '',
	jour DATETIME NULL COMMENT 'of a date finder, UTC',
	juste BOOL NOT NULL DEFAULT FALSE COMMENT 'of a quiz',
	oui INT NOT NULL DEFAULT 0,
	peut_etre INT NOT NULL DEFAULT 0 COMMENT 'of a date finder: if needed',
	KEY (sondage_id, question_id, rang),
	FOREIGN KEY (question_id) REFERENCES sondage_question (id)
);

CREATE TABLE sondage_votant (
	sondage_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'un vote par personne ; relancer les autres',
	score TINYINT NULL COMMENT 'of a quiz; of a person, for herself alone',
	PRIMARY KEY (sondage_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (sondage_id) REFERENCES sondage (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE vote (
	option_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'changer son vote ; jamais écrit pour un sondage secret',
	valeur TINYINT NOT NULL COMMENT '1 yes, 2 if needed, 0 no',
	PRIMARY KEY (option_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (option_id) REFERENCES sondage_option (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE tache (
	id BIGINT PRIMARY KEY,
	groupe_id BIGINT NOT NULL,
	texte TEXT NOT NULL DEFAULT '' COMMENT 'Markdown',
	etat VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'a_faire' COMMENT 'a_faire, en_cours, fait',
	echeance DATE NULL,
	fait_le DATETIME NULL,
	fait_par BIGINT NULL,
	KEY (groupe_id, etat, echeance),
	KEY (groupe_id, fait_le),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
);

CREATE TABLE tache_responsable (
	tache_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'savoir qui s’en charge',
	PRIMARY KEY (tache_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (tache_id) REFERENCES tache (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE priorite (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	groupe_id BIGINT NOT NULL,
	texte VARCHAR(300) NOT NULL,
	ordre SMALLINT NOT NULL,
	debut DATE NOT NULL,
	fin DATE NULL COMMENT 'no longer one since; kept as history',
	cree_par BIGINT NULL,
	KEY (groupe_id, fin, ordre),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
);
