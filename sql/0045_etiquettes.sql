-- 0045: tags have families, with a colour and a rule on who may create; a merged tag leaves its name.
CREATE TABLE etiquette_famille (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	nom VARCHAR(60) NOT NULL UNIQUE,
	teinte TINYINT NOT NULL DEFAULT 6 COMMENT 'hue 1 to 6',
	creation TINYINT NOT NULL DEFAULT 4 COMMENT 'who may create here: 3 coordination, 4 staff, 5 administrators',
	ordre SMALLINT NOT NULL DEFAULT 100
);
INSERT INTO etiquette_famille (id, nom, teinte, creation, ordre) VALUES
(1, 'Thèmes', 3, 4, 10),
(2, 'Campagnes', 1, 4, 20),
(3, 'Compétences', 5, 3, 30),
(4, 'Divers', 6, 3, 90);

INSERT IGNORE INTO etiquette_famille (nom) SELECT DISTINCT famille FROM etiquette WHERE famille <> '';
ALTER TABLE etiquette
	ADD famille_id BIGINT NOT NULL DEFAULT 4 AFTER id,
	ADD cree_le DATETIME NULL,
	ADD cree_par BIGINT NULL;
UPDATE etiquette e JOIN etiquette_famille f ON f.nom = e.famille SET e.famille_id = f.id;
ALTER TABLE etiquette
	DROP famille,
	ADD KEY (famille_id, nom),
	ADD FOREIGN KEY (famille_id) REFERENCES etiquette_famille (id);

-- What a merged tag was called: links, and files that still say it, find the one that stayed.
CREATE TABLE etiquette_ancienne (
	id BIGINT PRIMARY KEY COMMENT 'the id it had',
	nom VARCHAR(80) NOT NULL,
	etiquette_id BIGINT NOT NULL,
	KEY (nom),
	FOREIGN KEY (etiquette_id) REFERENCES etiquette (id) ON DELETE CASCADE
);
