-- 0151: who wrote the words of a letter last, and what its links answered.

ALTER TABLE lettre
	ADD COLUMN modifie_par BIGINT NULL COMMENT 'who wrote its subject or its audience last',
	ADD FOREIGN KEY (modifie_par) REFERENCES contact (id);
ALTER TABLE lettre_bloc
	ADD COLUMN modifie_par BIGINT NULL COMMENT 'who wrote it last',
	ADD COLUMN repris BOOL NOT NULL DEFAULT FALSE
		COMMENT 'as it came from the letter that this one began from; FALSE once it was written',
	ADD FOREIGN KEY (modifie_par) REFERENCES contact (id);

CREATE TABLE lettre_lien (
	lettre_id BIGINT NOT NULL,
	empreinte BINARY(32) NOT NULL COMMENT 'SHA-256 of adresse',
	adresse VARCHAR(2000) NOT NULL,
	statut SMALLINT NULL COMMENT 'of the answer; 0: none came; NULL: to be asked',
	demande_le DATETIME NOT NULL,
	verifie_le DATETIME NULL,
	PRIMARY KEY (lettre_id, empreinte),
	KEY (verifie_le, demande_le),
	FOREIGN KEY (lettre_id) REFERENCES lettre (id)
) COMMENT 'links to other sites, asked by essaim-index when who writes the letter wants to know';
