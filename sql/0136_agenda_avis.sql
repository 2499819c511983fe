-- 0136: what the agenda tells people, and the calendars they subscribe to.

ALTER TABLE notif_evenement
	ADD courriel_propre BOOL NOT NULL DEFAULT FALSE COMMENT 'who tells it writes its mails: notifications write none';

ALTER TABLE courriel
	ADD calendrier MEDIUMTEXT NULL COMMENT 'text/calendar, one more alternative of the words',
	ADD methode VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of calendrier: REQUEST, CANCEL',
	ADD objet_id BIGINT NULL COMMENT 'leaves only while its owner sees it';

ALTER TABLE evenement_invite
	ADD prevenu_le DATETIME NULL COMMENT 'when the invitation was told';

-- Mails of the agenda that are owed: a row goes with the mail it becomes, in one transaction.
CREATE TABLE evenement_avis (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	evenement_id BIGINT NOT NULL,
	date_id BIGINT NULL COMMENT 'of that date alone; NULL: of all those that concern her',
	contact_id BIGINT NULL COMMENT 'prévenir la personne ; NULL : sans compte, voir inscription',
	inscription_id BIGINT NULL,
	genre VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a kind of notification',
	phrase VARCHAR(1000) NOT NULL COMMENT 'what happened, in a sentence',
	cree_le DATETIME NOT NULL,
	KEY (contact_id),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id),
	FOREIGN KEY (date_id) REFERENCES evenement_date (id) ON DELETE CASCADE,
	FOREIGN KEY (inscription_id) REFERENCES inscription (id) ON DELETE CASCADE
);

-- Keys of the links of mails, that answer without signing in: only their digest is kept.
CREATE TABLE inscription_lien (
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	inscription_id BIGINT NOT NULL,
	date_id BIGINT NULL COMMENT 'the date it answers for; NULL: those to come',
	cree_le DATETIME NOT NULL,
	FOREIGN KEY (inscription_id) REFERENCES inscription (id) ON DELETE CASCADE,
	FOREIGN KEY (date_id) REFERENCES evenement_date (id) ON DELETE CASCADE
);

-- A seat that somebody gives to somebody: it passes when the other says yes.
CREATE TABLE place_cession (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	date_id BIGINT NOT NULL,
	inscription_id BIGINT NOT NULL COMMENT 'whose seat it is',
	contact_id BIGINT NULL COMMENT 'proposer la place à la personne',
	email VARCHAR(320) NOT NULL DEFAULT '' COMMENT 'proposer la place à une personne sans compte',
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'digest of the key of the link',
	etat VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'proposee' COMMENT 'proposee, acceptee, refusee, retiree',
	cree_le DATETIME NOT NULL,
	KEY (inscription_id, date_id),
	KEY (contact_id),
	FOREIGN KEY (date_id) REFERENCES evenement_date (id) ON DELETE CASCADE,
	FOREIGN KEY (inscription_id) REFERENCES inscription (id) ON DELETE CASCADE
);

-- Private addresses of calendars: only the digest of the address is kept.
CREATE TABLE agenda_abonnement (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NOT NULL COMMENT 'tenir son calendrier à jour',
	groupe_id BIGINT NULL COMMENT 'the events of that group; NULL: her own',
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
	cree_le DATETIME NOT NULL COMMENT 'or renewed',
	KEY (contact_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
);
