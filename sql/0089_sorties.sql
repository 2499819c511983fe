-- 0089: nobody is closed by the CRM before it is known how many would be; what was read is not
-- read again; calls are counted across processes; what was too long is told.

-- Who would lose the access by what the CRM says, or just lost it.
CREATE TABLE sync_sortie (
	contact_id BIGINT PRIMARY KEY,
	cause VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'statut, archive, absent, fusion, efface',
	valeur VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'the status and type of which it comes',
	etat VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'vue, frein: asked to an administrator, oui: to be closed, non: kept open, faite',
	vue_le DATETIME(3) NOT NULL COMMENT 'first seen; for faite: closed',
	decide_par BIGINT NULL COMMENT 'the administrator, 0: an operator; NULL: they were few',
	decide_le DATETIME NULL,
	KEY (etat, vue_le)
) COMMENT 'departures';

-- Versions of contacts that the search showed and that were read since.
CREATE TABLE sync_lu (
	hubspot_id BIGINT NOT NULL,
	version DATETIME(3) NOT NULL COMMENT 'lastmodifieddate that the search showed',
	lu_le DATETIME NOT NULL,
	absent BOOL NOT NULL DEFAULT FALSE COMMENT 'it was not there when it was read',
	PRIMARY KEY (hubspot_id, version),
	KEY (lu_le)
);

-- When HubSpot was called last, by any process: places of a ring.
CREATE TABLE crm_appel (
	place SMALLINT PRIMARY KEY,
	moment_ms BIGINT NOT NULL
);

-- Values of the CRM that are longer than what is kept here.
CREATE TABLE sync_coupe (
	contact_id BIGINT NOT NULL,
	champ VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	longueur INT NOT NULL COMMENT 'characters in the CRM',
	PRIMARY KEY (contact_id, champ)
);
