-- 0156: who acknowledged which version of "Valeurs et charte"; asked again when its text changes in
-- substance.

ALTER TABLE page_texte ADD substance BOOL NOT NULL DEFAULT FALSE
	COMMENT 'of the charter: this version changes in substance, all acknowledge it again';

CREATE TABLE charte_accord (
	contact_id BIGINT NOT NULL COMMENT 'savoir qui partage les valeurs et la charte',
	version_id BIGINT NOT NULL COMMENT 'a page_texte; 0: the usual words',
	le DATETIME NOT NULL,
	PRIMARY KEY (contact_id, version_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);
INSERT INTO charte_accord (contact_id, version_id, le)
SELECT c.contact_id, COALESCE((SELECT MAX(p.id) FROM page_texte p WHERE p.nom = 'charte' AND p.ecrit_le <= c.charte_le), 0), c.charte_le
FROM compte c WHERE c.charte_le IS NOT NULL;
