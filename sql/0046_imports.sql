-- 0046: imports and bulk changes: what a file says, what it would change, what it changed.
CREATE TABLE import (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	genre VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'fichier, lot (from a list)',
	nom VARCHAR(200) NOT NULL,
	auteur_id BIGINT NOT NULL,
	cree_le DATETIME NOT NULL,
	etat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'lu'
		COMMENT 'lu, essai (dry run), applique, annule',
	lignes INT NOT NULL DEFAULT 0,
	entetes TEXT NOT NULL DEFAULT '' COMMENT 'by U+001F',
	colonnes TEXT NOT NULL DEFAULT '' COMMENT 'what each column is, by commas: id, hubspot_id, a field, or nothing',
	mode TINYINT NOT NULL DEFAULT 1 COMMENT 'lists of values: 1 add, 2 replace, 3 remove',
	efface BOOL NOT NULL DEFAULT 0 COMMENT 'an empty cell erases',
	applique_le DATETIME NULL,
	annule_le DATETIME NULL,
	KEY (auteur_id, id),
	KEY (cree_le)
);

-- Kept 30 days: what undo needs, and no longer.
CREATE TABLE import_ligne (
	import_id BIGINT NOT NULL,
	numero INT NOT NULL COMMENT 'line of the file',
	cellules MEDIUMTEXT NOT NULL COMMENT 'by U+001F',
	contact_id BIGINT NULL,
	etat TINYINT NOT NULL DEFAULT 0 COMMENT '0 no change, 1 changes, 2 refused, 3 refused: maybe somebody known',
	message TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (import_id, numero),
	KEY (import_id, etat, numero),
	KEY (import_id, contact_id),
	FOREIGN KEY (import_id) REFERENCES import (id) ON DELETE CASCADE
);

CREATE TABLE import_changement (
	import_id BIGINT NOT NULL,
	numero INT NOT NULL,
	champ_id SMALLINT NOT NULL,
	contact_id BIGINT NOT NULL,
	avant MEDIUMTEXT NOT NULL COMMENT 'stored values, in order, by U+001F',
	apres MEDIUMTEXT NOT NULL,
	avant_json MEDIUMTEXT NOT NULL COMMENT 'the same, as an array',
	apres_json MEDIUMTEXT NOT NULL,
	etat TINYINT NOT NULL DEFAULT 0
		COMMENT '0 planned, 1 applied, 2 undone, 3 left: no longer as it was seen, 4 left when it was applied',
	PRIMARY KEY (import_id, numero, champ_id),
	KEY (import_id, champ_id),
	KEY (import_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (import_id) REFERENCES import (id) ON DELETE CASCADE
);

-- What somebody said a column is: proposed again with the next file.
CREATE TABLE import_colonne (
	auteur_id BIGINT NOT NULL,
	entete VARCHAR(120) NOT NULL,
	cle VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	PRIMARY KEY (auteur_id, entete)
);
