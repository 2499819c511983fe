-- 0154: letters that have left: their archive, those of before, what came of them, what is looked at before they leave.
--
-- Additive.  Times are UTC.

ALTER TABLE lettre
	ADD paru_le DATETIME AS (COALESCE(commence_le, fini_le)) PERSISTENT COMMENT 'its place in the archive; NULL: it has not left',
	ADD repetee_pour DATETIME NULL COMMENT 'du_le of which who gets it was told before',
	ADD veillee_pour DATETIME NULL COMMENT 'du_le before which its cards were looked at again',
	ADD KEY (paru_le),
	ADD KEY (sorte, paru_le);

CREATE TABLE lettre_carte (
	lettre_id BIGINT NOT NULL,
	objet_id BIGINT NOT NULL,
	etat VARCHAR(400) NOT NULL COMMENT 'what the letter says of it, as it was when it was scheduled: lettre_veille.c compares',
	PRIMARY KEY (lettre_id, objet_id),
	FOREIGN KEY (lettre_id) REFERENCES lettre (id),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
) COMMENT 'events, news and pages of groups that a letter shows or leads to';

CREATE TABLE lettre_clic (
	id BIGINT AUTO_INCREMENT PRIMARY KEY COMMENT 'in its address; nobody is',
	lettre_id BIGINT NOT NULL,
	empreinte BINARY(32) NOT NULL COMMENT 'SHA-256 of url',
	url VARCHAR(2000) NOT NULL,
	clics INT NOT NULL DEFAULT 0 COMMENT 'how often it was followed: a total, by nobody',
	UNIQUE (lettre_id, empreinte),
	FOREIGN KEY (lettre_id) REFERENCES lettre (id)
) COMMENT 'links of letters, where clicks are counted';

CREATE TABLE lettre_reprise (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	empreinte BINARY(32) NOT NULL UNIQUE COMMENT 'SHA-256 of the file: the same twice is one letter',
	nom VARCHAR(255) NOT NULL COMMENT 'of the file',
	titre VARCHAR(300) NOT NULL,
	jour DATE NULL COMMENT 'when it was sent; NULL: the file does not say',
	html MEDIUMTEXT NOT NULL COMMENT 'cleaned; empty once it is a letter',
	texte MEDIUMTEXT NOT NULL,
	par_id BIGINT NULL,
	cree_le DATETIME NOT NULL,
	lettre_id BIGINT NULL COMMENT 'what it became; NULL: it waits to be confirmed',
	KEY (par_id, lettre_id),
	FOREIGN KEY (par_id) REFERENCES contact (id),
	FOREIGN KEY (lettre_id) REFERENCES lettre (id)
) COMMENT 'letters of before Essaim, read from files';
