-- 0168: what persons ask about their data (access, erasure ...), each with the day by which an answer
-- is due, its steps and its receipt; and who was erased when, so that a restored copy erases them again.

CREATE TABLE requete (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NULL COMMENT 'of whom; NULL: unknown here, or erased since',
	genre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	nom VARCHAR(200) NOT NULL DEFAULT '',
	adresse VARCHAR(255) NOT NULL DEFAULT '' COMMENT 'where she is answered',
	message TEXT NOT NULL DEFAULT '' COMMENT 'what she asks, in her words',
	voie VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	recue_le DATE NOT NULL,
	echeance DATE NOT NULL,
	prolongee BOOLEAN NOT NULL DEFAULT FALSE,
	identite_le DATE NULL,
	identite VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'how it was verified',
	etat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ouverte',
	refus TEXT NOT NULL DEFAULT '' COMMENT 'what was refused, and why',
	rendue_le DATE NULL,
	recu TEXT NULL COMMENT 'of an erasure, JSON: what was looked through, what was found',
	index_le DATETIME NULL COMMENT 'of an erasure: when the pages of the full text were made again',
	cree_par BIGINT NULL,
	cree_le DATETIME NOT NULL,
	prevenu_le DATETIME NULL COMMENT 'ten days before it is late',
	retard_le DATETIME NULL,
	KEY (etat, echeance),
	KEY (contact_id),
	KEY (recue_le)
);

CREATE TABLE requete_etape (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	requete_id BIGINT NOT NULL,
	le DATETIME NOT NULL,
	genre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	texte TEXT NOT NULL DEFAULT '',
	par_id BIGINT NULL,
	KEY (requete_id, id),
	FOREIGN KEY (requete_id) REFERENCES requete (id) ON DELETE CASCADE
);

-- Ids and dates alone: dump.folder keeps the same beside the dumps.
CREATE TABLE effacement_fait (
	numero BIGINT AUTO_INCREMENT PRIMARY KEY,
	id BIGINT NOT NULL,
	cree_le DATETIME NOT NULL COMMENT 'of the record: the same number elsewhere is somebody else',
	efface_le DATETIME NOT NULL,
	KEY (id)
);
