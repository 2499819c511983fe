-- 0084: what a token of a program opens, and until when.  Those made before read and write everywhere
-- for 90 days more.

ALTER TABLE jeton_api
	ADD ecrit BOOL NOT NULL DEFAULT TRUE COMMENT 'reads and writes; FALSE: only reads',
	ADD espaces VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'areas of areas.def, ",annuaire,contacts,"; NULL: all',
	ADD expire_le DATETIME NOT NULL DEFAULT (UTC_TIMESTAMP() + INTERVAL 90 DAY);
