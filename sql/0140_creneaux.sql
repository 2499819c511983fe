-- 0140: posts of an event and their shifts: who holds them, who replaces whom, who is asked to.

ALTER TABLE evenement
	ADD repos_h TINYINT NOT NULL DEFAULT 8 COMMENT 'hours of rest between two days of shifts';

CREATE TABLE poste (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	evenement_id BIGINT NOT NULL,
	titre VARCHAR(200) NOT NULL,
	lieu VARCHAR(300) NOT NULL DEFAULT '',
	km SMALLINT NULL COMMENT 'on the way of a walk',
	consignes TEXT NOT NULL DEFAULT '' COMMENT 'Markdown',
	champ_id SMALLINT NULL COMMENT 'the training that it takes: a choice of that field; NULL: none',
	valeur VARCHAR(200) COLLATE utf8mb4_bin NOT NULL DEFAULT '',
	age_min TINYINT NOT NULL DEFAULT 0,
	habitue BOOL NOT NULL DEFAULT FALSE COMMENT 'somebody who has held a shift before, at least',
	ordre SMALLINT NOT NULL DEFAULT 0,
	retire_le DATETIME NULL,
	KEY (evenement_id, ordre),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id),
	FOREIGN KEY (champ_id) REFERENCES champ (id)
);

CREATE TABLE creneau (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	poste_id BIGINT NOT NULL,
	jour DATE NOT NULL COMMENT 'of the site; what begins before 4 in the morning is of the night of the day before',
	debut DATETIME NOT NULL,
	fin DATETIME NOT NULL,
	minimum SMALLINT NOT NULL,
	maximum SMALLINT NOT NULL,
	pris SMALLINT NOT NULL DEFAULT 0 COMMENT 'rows of creneau_place in state pris; both change under the lock of this row',
	etat VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ouvert' COMMENT 'ouvert, ferme (nobody more), annule',
	motif VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why it is cancelled',
	UNIQUE (poste_id, debut, fin),
	KEY (jour, poste_id),
	FOREIGN KEY (poste_id) REFERENCES poste (id)
);

CREATE TABLE creneau_place (
	creneau_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'tenir le créneau',
	etat VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pris, quitte, remplace, annule (the shift was)',
	pris_le DATETIME NOT NULL,
	quitte_le DATETIME NULL,
	confirmer_avant DATETIME NULL COMMENT 'the hours became longer: given back then unless she confirms',
	cherche_le DATETIME NULL COMMENT 'since when she waits for somebody to take over',
	remplace_id BIGINT NULL COMMENT 'whom she took over from',
	present_le DATETIME NULL COMMENT 'savoir qui était là',
	present_par BIGINT NULL COMMENT 'who ticked; 0: herself, by the code',
	parti_le DATETIME NULL COMMENT 'NULL: hours count until the planned end',
	PRIMARY KEY (creneau_id, contact_id),
	KEY (contact_id, etat),
	KEY (confirmer_avant),
	FOREIGN KEY (creneau_id) REFERENCES creneau (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

-- A request for people to come, sent to some.
CREATE TABLE releve (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	creneau_id BIGINT NOT NULL,
	auteur_id BIGINT NULL,
	pour_id BIGINT NULL COMMENT 'who gives her own place; NULL: free places',
	mot VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'un mot de qui demande',
	besoin SMALLINT NOT NULL COMMENT 'so many yes close it',
	cree_le DATETIME NOT NULL,
	ferme_le DATETIME NULL,
	KEY (creneau_id),
	KEY (auteur_id),
	FOREIGN KEY (creneau_id) REFERENCES creneau (id),
	FOREIGN KEY (auteur_id) REFERENCES contact (id),
	FOREIGN KEY (pour_id) REFERENCES contact (id)
);

CREATE TABLE releve_demande (
	releve_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'lui demander si elle peut venir',
	cle CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'digest of the key of her page',
	reponse VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'oui, repli (if nobody else), non',
	demande_le DATETIME NOT NULL,
	repondu_le DATETIME NULL,
	PRIMARY KEY (releve_id, contact_id),
	UNIQUE (cle),
	KEY (contact_id, demande_le),
	FOREIGN KEY (releve_id) REFERENCES releve (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE releve_refus (
	evenement_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'ne plus la solliciter pour cette édition',
	le DATETIME NOT NULL,
	PRIMARY KEY (evenement_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);
