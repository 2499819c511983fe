-- 0060: files that people attach.  A content is kept once, under its SHA-256; each sending of it
-- is a row of fichier, with the rights of the objet it is attached to.

CREATE TABLE fichier_contenu (
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY COMMENT 'SHA-256, and its place in the store',
	taille BIGINT NOT NULL,
	sain_le DATETIME NULL COMMENT 'when the scanner of viruses found nothing; NULL: not asked yet, held when there is one',
	infecte VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what the scanner found: never served',
	cree_le DATETIME NOT NULL,
	KEY (sain_le, cree_le)
) COMMENT 'what no fichier names any more goes after a day';

CREATE TABLE fichier (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	nom VARCHAR(200) NOT NULL COMMENT 'as its sender named it',
	type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	largeur INT NOT NULL DEFAULT 0 COMMENT 'of an image, in pixels',
	hauteur INT NOT NULL DEFAULT 0,
	objet_id BIGINT NOT NULL COMMENT 'who sees it, sees the file',
	cree_le DATETIME NOT NULL,
	cree_par BIGINT NULL COMMENT 'savoir qui a envoyé le fichier',
	KEY (objet_id, id),
	KEY (empreinte),
	KEY (cree_par, cree_le),
	FOREIGN KEY (empreinte) REFERENCES fichier_contenu (empreinte),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
);
