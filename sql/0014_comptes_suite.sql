-- 0014: accounts, second part: second step of a sign-in, requests of erasure, invitations.

ALTER TABLE compte
	ADD role_le DATETIME NULL COMMENT 'when the role was given: a second factor is due a week later';
UPDATE compte SET role_le = UTC_TIMESTAMP() WHERE role <> '';

CREATE TABLE attente (
	empreinte BINARY(32) PRIMARY KEY COMMENT 'SHA-256 of the token in the form of the code',
	contact_id BIGINT NOT NULL,
	par_lien BOOL NOT NULL,
	expire_le DATETIME NOT NULL,
	KEY (expire_le),
	FOREIGN KEY (contact_id) REFERENCES compte (contact_id)
) COMMENT 'signed in but for the code of the second factor';

CREATE TABLE effacement (
	contact_id BIGINT PRIMARY KEY,
	cree_le DATETIME NOT NULL,
	message VARCHAR(1000) NOT NULL DEFAULT '',
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'who asked to be erased: done in the CRM, which erases here too';

CREATE TABLE invitation (
	contact_id BIGINT PRIMARY KEY,
	par_id BIGINT NULL COMMENT 'who invited',
	cree_le DATETIME NOT NULL,
	relance_le DATETIME NULL,
	nombre SMALLINT NOT NULL DEFAULT 1,
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'asked to open an account, by the coordination of a group or the staff';
