-- 0030: what the CRM defines, and what is mapped on screen beside the mapping file.

CREATE TABLE crm_propriete (
	nom VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PRIMARY KEY,
	libelle VARCHAR(200) NOT NULL,
	genre VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HubSpot: string, enumeration, date, number, bool...',
	saisie VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HubSpot: text, select, checkbox...',
	maison BOOL NOT NULL COMMENT 'made by the organisation, not by HubSpot',
	vue_le DATETIME NOT NULL COMMENT 'first seen',
	retiree_le DATETIME NULL
) COMMENT 'the properties of contacts, as HubSpot last defined them';

CREATE TABLE crm_correspondance (
	propriete VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PRIMARY KEY,
	champ_id SMALLINT NOT NULL UNIQUE,
	FOREIGN KEY (champ_id) REFERENCES champ (id)
) COMMENT 'mapped on screen; the others are in the file hubspot.mapping';
