-- 0171: how the service is doing: what was found at the last look, what went wrong and when, and what each day cost.

CREATE TABLE service_etat (
	cle VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY COMMENT 'a line of lib/domain/service/controle.c',
	etat VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ok, warn, bad',
	mot VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'what is wrong, as a title; empty: nothing',
	phrase VARCHAR(500) NOT NULL,
	suite VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what follows from it',
	faire VARCHAR(1500) NOT NULL DEFAULT '' COMMENT 'what to do, a step a line',
	mesure BIGINT NOT NULL DEFAULT 0 COMMENT 'its figure: seconds, days, per cent; metrics tell it',
	depuis DATETIME NOT NULL COMMENT 'when it came into that state',
	vu_le DATETIME NOT NULL COMMENT 'the last look',
	dit_le DATETIME NULL COMMENT 'administrators were told that it is bad, and not yet that it is back'
) COMMENT 'the last look of essaim-service';

CREATE TABLE service_panne (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	cle VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the check; annonce: announced by an administrator',
	debut DATETIME NOT NULL,
	fin DATETIME NULL COMMENT 'NULL: it lasts',
	mot VARCHAR(160) NOT NULL COMMENT 'what happened',
	detail VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'where, or why',
	KEY (debut),
	KEY (cle, fin)
) COMMENT 'ranges of time when something was wrong';

CREATE TABLE service_jour (
	jour DATE PRIMARY KEY COMMENT 'of the time zone of the site',
	sondes INT NOT NULL DEFAULT 0 COMMENT 'looks of that day',
	ratees INT NOT NULL DEFAULT 0 COMMENT 'those that found the site closed',
	pages BIGINT NOT NULL DEFAULT 0,
	durees VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '[]' COMMENT 'how many pages took how long: the bounds are in lib/base/compteur.c',
	octets BIGINT NOT NULL DEFAULT 0 COMMENT 'of pages sent',
	cpu_us BIGINT NOT NULL DEFAULT 0 COMMENT 'processor of pages',
	requetes BIGINT NOT NULL DEFAULT 0 COMMENT 'statements',
	courriels BIGINT NOT NULL DEFAULT 0 COMMENT 'mails that left, letters too',
	stockage BIGINT NOT NULL DEFAULT 0 COMMENT 'bytes of files and of the base, at the last look',
	libre BIGINT NOT NULL DEFAULT 0 COMMENT 'bytes left on the fullest disk, at the last look'
) COMMENT 'a row a day';

CREATE TABLE acces_ferme (
	contact_id BIGINT PRIMARY KEY,
	motif VARCHAR(300) NOT NULL COMMENT 'dire pourquoi l’accès est fermé',
	par_id BIGINT NULL COMMENT 'savoir qui a fermé l’accès',
	ferme_le DATETIME NOT NULL,
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'closed by an administrator, until the CRM says the same';
