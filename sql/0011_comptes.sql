-- 0011: accounts: links for an address, requests for them, limits of tries, devices, tokens of programs, second factor.

-- A link is for an address: the people who share it choose who they are.
ALTER TABLE lien
	ADD adresse VARCHAR(320) NOT NULL DEFAULT '' COMMENT 'where it was sent: dead once the CRM says another',
	ADD KEY (adresse);

CREATE TABLE demande_lien (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	adresse VARCHAR(320) NOT NULL COMMENT 'as typed, known or not; gone within seconds',
	suite VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'the page asked before signing in',
	cree_le DATETIME NOT NULL
) COMMENT 'answered by essaim-mail, so that asking takes the same time for every address';

CREATE TABLE tentative (
	cle BINARY(32) PRIMARY KEY COMMENT 'SHA-256 of what is counted: an address, a network',
	nombre INT NOT NULL,
	jusqu_a DATETIME NOT NULL COMMENT 'no other try before',
	maj_le DATETIME NOT NULL,
	KEY (maj_le)
) COMMENT 'growing delays after refused tries';

CREATE TABLE appareil (
	empreinte BINARY(32) PRIMARY KEY COMMENT 'SHA-256 of a cookie',
	contact_id BIGINT NOT NULL,
	vu_le DATETIME NOT NULL,
	KEY (contact_id),
	FOREIGN KEY (contact_id) REFERENCES compte (contact_id)
) COMMENT 'browsers that signed in before: what others try does not slow them down';

CREATE TABLE jeton_api (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	empreinte BINARY(32) NOT NULL UNIQUE COMMENT 'SHA-256 of the token',
	contact_id BIGINT NOT NULL,
	nom VARCHAR(80) NOT NULL COMMENT 'given by the person',
	cree_le DATETIME NOT NULL,
	vu_le DATETIME NULL,
	KEY (contact_id),
	FOREIGN KEY (contact_id) REFERENCES compte (contact_id)
) COMMENT 'programs that act for a person, with her rights';

ALTER TABLE compte
	ADD totp CHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'secret of the second factor, hex',
	ADD totp_pas BIGINT NOT NULL DEFAULT 0 COMMENT 'the last 30 s step whose code was used';

CREATE TABLE code_secours (
	contact_id BIGINT NOT NULL,
	empreinte BINARY(32) NOT NULL COMMENT 'SHA-256 of the code',
	PRIMARY KEY (contact_id, empreinte),
	FOREIGN KEY (contact_id) REFERENCES compte (contact_id)
) COMMENT 'recovery codes of the second factor, each used once';

ALTER TABLE session ADD par_lien BOOL NOT NULL DEFAULT FALSE COMMENT 'opened by a link: for half an hour a new password needs no old one';
