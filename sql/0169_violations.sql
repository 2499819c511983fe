-- 0169: who read the page of whom, so that a breach says exactly who was touched; and breaches.

CREATE TABLE fiche_lue (
	contact_id BIGINT NOT NULL,
	par_id BIGINT NOT NULL COMMENT 'who read her page',
	lue_le DATETIME NOT NULL COMMENT 'to the minute',
	PRIMARY KEY (par_id, lue_le, contact_id),
	KEY (contact_id),
	KEY (lue_le)
);

CREATE TABLE violation (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	debut DATETIME NOT NULL,
	fin DATETIME NOT NULL,
	compte BIGINT NULL COMMENT 'the account whose acts are looked at; NULL: all',
	connue_le DATETIME NOT NULL COMMENT 'the 72 hours run from there',
	personnes INT NOT NULL COMMENT 'touched, when it was noted',
	nature TEXT NOT NULL,
	consequences TEXT NOT NULL,
	mesures TEXT NOT NULL,
	cree_par BIGINT NULL,
	cree_le DATETIME NOT NULL
);
