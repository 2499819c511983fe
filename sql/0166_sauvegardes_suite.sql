-- 0166: whether a copy of each dump is in the second place, and whether one was restored for a trial.

ALTER TABLE sauvegarde
	ADD COLUMN ailleurs_le DATETIME NULL COMMENT 'when its encrypted copy was whole in the second place; NULL: there is none',
	ADD COLUMN ailleurs_erreur VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why it is not; empty where no second place is wanted, too';
CREATE TABLE sauvegarde_essai (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	le DATETIME NOT NULL,
	duree_ms BIGINT NOT NULL,
	dump VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'which was restored: sauvegarde.nom',
	ok TINYINT NOT NULL COMMENT '1: all of it came back, table by table and file by file, and the full text answers',
	erreur VARCHAR(500) NOT NULL DEFAULT '',
	KEY (le)
);
