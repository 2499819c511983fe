-- 0031: leaving a kind of mail by its own link, without signing in (RFC 8058).

CREATE TABLE desinscription (
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY COMMENT 'SHA-256 of the token in the mail',
	contact_id BIGINT NOT NULL,
	genre VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what is left: invitation...',
	cree_le DATETIME NOT NULL,
	KEY (contact_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE refus_courriel (
	contact_id BIGINT NOT NULL,
	genre VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	cree_le DATETIME NOT NULL,
	PRIMARY KEY (contact_id, genre),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'kinds of mail that a person has left';

ALTER TABLE courriel ADD COLUMN desinscription VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
	COMMENT 'token of List-Unsubscribe, until it is sent';
