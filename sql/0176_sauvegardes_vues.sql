-- 0176: which contents of files a dump could not have, and which erasures the file beside the dumps already says.

ALTER TABLE sauvegarde
	ADD COLUMN manquants BIGINT NOT NULL DEFAULT 0 COMMENT 'contents of files that the base names, and that were not in the store, or were others';
ALTER TABLE effacement_fait
	ADD COLUMN note_le DATETIME NULL COMMENT 'when dump.folder/effacements had it; NULL: it has not yet',
	ADD KEY (note_le);
