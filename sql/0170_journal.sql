-- 0170: the journal on screen: who is given a part of the administration, and what each line says of where it came from.

ALTER TABLE domaine ADD administre BOOL NOT NULL DEFAULT FALSE
	COMMENT 'whoever has it everywhere finds a screen of the administration open';
UPDATE domaine SET administre = TRUE WHERE cle IN ('administration', 'journal', 'protection');

ALTER TABLE journal
	ADD version TINYINT NOT NULL DEFAULT 0 COMMENT 'how its seal is made (journal.c): 0 before 0170',
	ADD origine VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL
		COMMENT 'site, jeton, hubspot, essaim (a job), commande, or comme:ID of who is read as',
	ADD depuis VARCHAR(120) NULL COMMENT 'salt, then where the network is, of a person; emptied when she is erased',
	ADD depuis_scelle CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SHA-256 of it',
	ADD KEY (acte, id),
	ADD KEY (quand);
ALTER TABLE journal_tete
	ADD depart CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
		COMMENT 'the seal before the first row that is kept: older ones were removed, as the rule says';
