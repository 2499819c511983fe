-- 0085: who reads contact details as a member.  Where anybody joins, only those of who said yes.

ALTER TABLE groupe_type
	ADD coordonnees BOOL NOT NULL DEFAULT FALSE
		COMMENT 'members read one another’s contact details unless one says no; FALSE: if one says yes, as always in an open group';
UPDATE groupe_type SET coordonnees = TRUE WHERE ouverture <> 'ouvert' AND cle <> 'ensemble';

CREATE TABLE coordonnees_choix (
	contact_id BIGINT NOT NULL,
	type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	oui BOOL NOT NULL COMMENT 'members of her groups of that type read her contact details',
	le DATETIME NOT NULL,
	PRIMARY KEY (contact_id, type),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (type) REFERENCES groupe_type (cle) ON DELETE CASCADE
) COMMENT 'what a person chose; no row: the rule of the type';

ALTER TABLE membre
	ADD montre BOOL INVISIBLE NOT NULL DEFAULT FALSE
		COMMENT 'the other members read her contact details: what she chose, or the rule; kept by acces.c';
UPDATE membre m JOIN groupe g ON g.id = m.groupe_id JOIN groupe_type t ON t.cle = g.type
	SET m.montre = t.coordonnees AND g.ouverture <> 'ouvert';
