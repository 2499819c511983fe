-- 0143: hours that people give: from attendance, from shifts, or declared; validated by who
-- coordinates; certificates that bear a number.

ALTER TABLE groupe_type
	ADD nature VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'terrain'
		COMMENT 'terrain, encadrement, gouvernance: at which rate an hour of its groups is counted';
UPDATE groupe_type SET nature = 'encadrement' WHERE cle IN ('groupe_travail', 'reseau');
UPDATE groupe_type SET nature = 'gouvernance' WHERE cle = 'instance';

CREATE TABLE heures (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NOT NULL COMMENT 'compter le temps que la personne donne',
	groupe_id BIGINT NULL COMMENT 'the mission; NULL: an event of nobody’s group',
	jour DATE NOT NULL,
	minutes SMALLINT NOT NULL,
	source VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pointage, creneau, declare',
	date_id BIGINT NULL COMMENT 'of a pointage',
	creneau_id BIGINT NULL COMMENT 'of a creneau',
	quoi VARCHAR(250) NOT NULL COMMENT 'what was done, as she says it; of an event its title',
	debut DATETIME NULL COMMENT 'of attendance and shifts',
	fin DATETIME NULL,
	fin_prevue BOOL NOT NULL DEFAULT FALSE COMMENT 'nobody noted when she left: the planned end counts',
	etat VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'a_valider' COMMENT 'a_valider, validee, refusee',
	minutes_avant SMALLINT NULL COMMENT 'before who validates corrected them',
	raison VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why they were corrected or refused',
	cree_le DATETIME NOT NULL,
	decide_le DATETIME NULL,
	decide_par BIGINT NULL,
	UNIQUE (contact_id, date_id),
	UNIQUE (contact_id, creneau_id),
	KEY (contact_id, jour),
	KEY (groupe_id, etat, jour),
	KEY (etat, jour),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
);

CREATE TABLE attestation (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	numero VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'on the paper: who gets it checks it without an account',
	contact_id BIGINT NOT NULL COMMENT 'délivrer l’attestation qu’elle demande',
	annee SMALLINT NOT NULL,
	minutes INT NOT NULL COMMENT 'validated on that day',
	cree_le DATETIME NOT NULL,
	KEY (contact_id, annee),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);
