-- 0138: who came to a date, by the code on the screen; how long strangers are known.

CREATE TABLE pointage_code (
	date_id BIGINT PRIMARY KEY,
	code CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'opens the page where people check in',
	cree_le DATETIME NOT NULL,
	retire_le DATETIME NULL COMMENT 'opens nothing since then',
	UNIQUE (code),
	FOREIGN KEY (date_id) REFERENCES evenement_date (id) ON DELETE CASCADE
);

ALTER TABLE place ADD sans_inscription BOOL NOT NULL DEFAULT FALSE COMMENT 'came without having registered';

-- Strangers whose names are still kept: erased three months after what they came to.
ALTER TABLE inscription ADD KEY visiteurs (contact_id, prenom(20));
