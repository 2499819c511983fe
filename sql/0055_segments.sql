-- 0055: segments: filters of people that are named, kept and shared; recomputed each time.
CREATE TABLE segment (
	id BIGINT PRIMARY KEY COMMENT 'its objet says the name, who made it and who sees it',
	conditions TEXT NOT NULL COMMENT 'JSON (domain/condition.h); parts of names or addresses may stand in it',
	description VARCHAR(500) NOT NULL DEFAULT '',
	partage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'prive'
		COMMENT 'prive, siege, tous, groupe:ID, coordination:ID: what objet.liste_id was made from',
	utilise_le DATETIME NULL COMMENT 'last export, bulk change, invitation or message',
	FOREIGN KEY (id) REFERENCES objet (id)
);
ALTER TABLE objet ADD KEY auteur (cree_par, genre);
ALTER TABLE compte ADD KEY (vu_le);
