-- 0160: what the dumps of each night held, so that one that holds far less is seen.

CREATE TABLE sauvegarde (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	nom VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of its folder',
	faite_le DATETIME NOT NULL,
	duree_ms BIGINT NOT NULL,
	tables_n INT NOT NULL DEFAULT 0,
	lignes BIGINT NOT NULL DEFAULT 0,
	fichiers BIGINT NOT NULL DEFAULT 0,
	octets BIGINT NOT NULL DEFAULT 0,
	erreur VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why it cannot be relied upon; empty: it was read again and is as it was written',
	KEY (faite_le)
);
