-- 0053: groups as such: open, closed or hidden; types and roles are lists that administrators keep;
-- requests to join and invitations.

ALTER TABLE groupe_type
	ADD ouverture VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ferme'
		COMMENT 'what a group of this type is at birth: ouvert, ferme, cache',
	ADD prospects BOOL NOT NULL DEFAULT FALSE COMMENT 'prospects see that such groups exist',
	ADD retire_le DATETIME NULL COMMENT 'no longer offered; its groups stay';

INSERT INTO groupe_type (cle, titre, pluriel, teinte, ordre) VALUES
('equipe', 'Équipe', 'Équipes', 1, 8);
UPDATE groupe_type SET prospects = TRUE WHERE cle IN ('groupe_local', 'magasin', 'trailwalker');
UPDATE groupe_type SET ouverture = 'ouvert' WHERE cle IN ('groupe_travail', 'reseau');

ALTER TABLE groupe
	ADD IF NOT EXISTS ouverture VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ferme'
		COMMENT 'ouvert: who wants joins; ferme: by invitation or request; cache: known to members alone',
	ADD actif BOOL NOT NULL DEFAULT TRUE,
	ADD ville VARCHAR(120) NOT NULL DEFAULT '',
	ADD departement VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'code: 69, 2A, 974';
UPDATE groupe g JOIN groupe_type t ON t.cle = g.type SET g.ouverture = t.ouverture WHERE g.ouverture = 'ferme';

-- What people do in a group.  membre.role holds the key; membre and coordination always exist.
CREATE TABLE groupe_role (
	cle VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	titre VARCHAR(80) NOT NULL,
	coordination BOOL NOT NULL DEFAULT FALSE COMMENT 'gives the rights of the coordination of the group',
	ordre SMALLINT NOT NULL DEFAULT 50,
	retire_le DATETIME NULL COMMENT 'no longer offered; who has it keeps it'
);
INSERT INTO groupe_role (cle, titre, coordination, ordre) VALUES
('coordination', 'Coordination', TRUE, 10),
('referent_plaidoyer', 'Référence plaidoyer', FALSE, 20),
('referent_communication', 'Référence communication', FALSE, 30),
('referent_evenements', 'Référence événements', FALSE, 40),
('membre', 'Membre', FALSE, 90);

CREATE TABLE groupe_type_role (
	type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	role VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	PRIMARY KEY (type, role),
	FOREIGN KEY (type) REFERENCES groupe_type (cle) ON DELETE CASCADE,
	FOREIGN KEY (role) REFERENCES groupe_role (cle) ON DELETE CASCADE
) COMMENT 'which roles a group of that type offers, besides membre and coordination';
INSERT INTO groupe_type_role (type, role)
SELECT t.cle, r.cle FROM groupe_type t JOIN groupe_role r
	ON r.cle LIKE 'referent%' AND (t.cle IN ('groupe_local', 'groupe_travail', 'reseau')
	OR (t.cle = 'trailwalker' AND r.cle <> 'referent_plaidoyer') OR (t.cle = 'magasin' AND r.cle = 'referent_communication'));

CREATE TABLE groupe_demande (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	groupe_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'who asks, or is invited',
	genre VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'demande, invitation',
	mot VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'se présenter, dire pourquoi on invite',
	cree_le DATETIME NOT NULL,
	cree_par BIGINT NULL COMMENT 'who invites',
	etat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'attente'
		COMMENT 'attente, acceptee, refusee, retiree',
	reponse VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'dire pourquoi',
	repondu_le DATETIME NULL,
	repondu_par BIGINT NULL,
	attend BOOL GENERATED ALWAYS AS (IF(etat = 'attente', TRUE, NULL)) STORED,
	UNIQUE (groupe_id, contact_id, genre, attend),
	KEY (contact_id, etat),
	KEY (groupe_id, etat, cree_le),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'requests to join a closed group, and invitations; answered ones are kept a year';
