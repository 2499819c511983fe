-- 0066: notifications.  An act leaves one event and its targets; essaim-mail makes a line for each
-- person who may see it and wants it, then mails at once or in a digest.

CREATE TABLE notif_evenement (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	chose_id BIGINT NOT NULL DEFAULT 0 COMMENT 'the first event of the same request with the same url: nobody is told twice of it',
	genre VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a line of lib/domain/notif_genre.c',
	objet_id BIGINT NULL COMMENT 'whose rights decide who may know; NULL: the target alone',
	auteur_id BIGINT NULL COMMENT 'ne pas prévenir la personne de son propre acte',
	url VARCHAR(500) NOT NULL,
	phrase VARCHAR(500) NOT NULL COMMENT 'prévenir : qui a fait quoi',
	extrait VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'prévenir : le début du texte',
	cree_le DATETIME NOT NULL,
	KEY (objet_id),
	KEY (auteur_id),
	KEY (cree_le)
) COMMENT 'what happened';

CREATE TABLE notif_cible (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	evenement_id BIGINT NOT NULL,
	sorte TINYINT NOT NULL COMMENT '1 a person, 2 who follows an objet, 3 members of a group, 4 its coordination',
	cible_id BIGINT NOT NULL,
	jusqu_a BIGINT NOT NULL DEFAULT 0 COMMENT 'the last contact that was told',
	KEY (cible_id, sorte),
	FOREIGN KEY (evenement_id) REFERENCES notif_evenement (id) ON DELETE CASCADE
) COMMENT 'whom to tell, until it is done';

CREATE TABLE notif (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NOT NULL COMMENT 'prévenir la personne',
	chose_id BIGINT NOT NULL,
	evenement_id BIGINT NOT NULL,
	genre VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	objet_id BIGINT NULL,
	cree_le DATETIME NOT NULL,
	lu_le DATETIME NULL,
	site BOOL NOT NULL COMMENT 'shown by the bell',
	courriel TINYINT NOT NULL COMMENT 'by mail at once: 0 no, 1 waits, 2 done',
	resume TINYINT NOT NULL COMMENT 'in the digest: 0 no, 1 waits, 2 done',
	courriel_id BIGINT NULL COMMENT 'the mail at once that holds it',
	resume_id BIGINT NULL COMMENT 'the digest that holds it',
	UNIQUE (contact_id, chose_id),
	KEY (contact_id, site, lu_le, id),
	KEY (evenement_id, contact_id),
	KEY (objet_id, contact_id),
	KEY (courriel_id),
	KEY (resume_id),
	KEY (cree_le),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (evenement_id) REFERENCES notif_evenement (id) ON DELETE CASCADE
) COMMENT 'one line a person and thing';

CREATE TABLE notif_reglage (
	contact_id BIGINT PRIMARY KEY,
	frequence VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'semaine' COMMENT 'jour, semaine: le rythme du résumé choisi par la personne',
	jour TINYINT NOT NULL DEFAULT 1 COMMENT '1 lundi to 7 dimanche',
	heure TINYINT NOT NULL DEFAULT 8,
	calme_de TINYINT NULL COMMENT 'hour from which no mail leaves at once',
	calme_a TINYINT NULL COMMENT 'hour until which',
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'only of who has chosen';

CREATE TABLE notif_envoi (
	contact_id BIGINT NOT NULL,
	canal VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'courriel, resume',
	attend BOOL NOT NULL DEFAULT 1 COMMENT 'lines wait for a mail',
	du_le DATETIME NULL COMMENT 'when it leaves; NULL: to be computed',
	dernier_le DATETIME NULL COMMENT 'the last one: ne pas écrire trop souvent',
	PRIMARY KEY (contact_id, canal),
	KEY (attend, canal, du_le),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'whom a mail of notifications is owed';

CREATE TABLE suivi (
	contact_id BIGINT NOT NULL,
	objet_id BIGINT NOT NULL,
	etat TINYINT NOT NULL COMMENT '1 suivi, 2 muet',
	cree_le DATETIME NOT NULL,
	PRIMARY KEY (contact_id, objet_id),
	KEY (objet_id, etat, contact_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (objet_id) REFERENCES objet (id) ON DELETE CASCADE
) COMMENT 'what a person follows, or wants to hear no more of';

CREATE TABLE canal (
	contact_id BIGINT PRIMARY KEY,
	jeton CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'name of the live channel of the person: random, never sent to a browser',
	vu_le DATETIME NOT NULL COMMENT 'last time that a browser of hers began to listen',
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

ALTER TABLE desinscription MODIFY COLUMN genre VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
	COMMENT 'what is left: kinds of mail, commas between';
