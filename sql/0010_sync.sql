-- 0010: what the sync needs beside its state and its run log.

-- Which mission, as the CRM says it, gives which role in which of the person's groups.
CREATE TABLE mission_role (
	mission VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
	champ VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'groups of this field',
	role VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	PRIMARY KEY (mission, champ)
);
INSERT INTO mission_role (mission, champ, role) VALUES
('coordination', 'groupe', 'coordination'),
('responsable_magasin', 'magasin', 'coordination'),
('referent_plaidoyer', 'groupe', 'referent_plaidoyer'),
('referent_communication', 'groupe', 'referent_communication'),
('referent_evenements', 'groupe', 'referent_evenements');

-- The memberships that follow from the CRM for the people of the lot; used inside one transaction.
CREATE TABLE lot_membre (
	connexion BIGINT NOT NULL,
	contact_id BIGINT NOT NULL,
	groupe_id BIGINT NOT NULL,
	role VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	PRIMARY KEY (connexion, contact_id, groupe_id, role)
);

-- Contacts that a webhook named: read again as soon as possible.
CREATE TABLE sync_file (
	hubspot_id BIGINT PRIMARY KEY,
	recu_le DATETIME(3) NOT NULL,
	efface BOOL NOT NULL DEFAULT FALSE COMMENT 'erased for privacy: erase here once its absence is confirmed'
);

-- What a full run saw, to know what it did not.
CREATE TABLE sync_vu (
	hubspot_id BIGINT PRIMARY KEY
);
