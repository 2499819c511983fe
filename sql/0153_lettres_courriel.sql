-- 0153: the mail itself of newsletters: sealed links, the near-you block, pictures at their size.

INSERT INTO reglage (cle, valeur) VALUES ('lettre.cle', LOWER(HEX(RANDOM_BYTES(32))));

CREATE TABLE lettre_pres (
	lettre_id BIGINT NOT NULL,
	numero INT NOT NULL COMMENT 'of the edition',
	departement VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'empty: where nothing is near',
	html MEDIUMTEXT NOT NULL,
	texte MEDIUMTEXT NOT NULL,
	PRIMARY KEY (lettre_id, numero, departement),
	FOREIGN KEY (lettre_id, numero) REFERENCES lettre_edition (lettre_id, numero)
) COMMENT 'what the block pres says to the readers of a departement, frozen with its edition';

CREATE TABLE lettre_image (
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY COMMENT 'of the picture as it was sent',
	copie CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its place in the store; empty: the picture itself is small enough',
	FOREIGN KEY (empreinte) REFERENCES fichier_contenu (empreinte)
) COMMENT 'copies of pictures, no wider than mails show them';

ALTER TABLE lettre_envoi
	ADD lien_fini_le DATETIME NULL COMMENT 'its link was used by somebody else and undone: it leaves nothing any more',
	ADD retour_le DATETIME NULL COMMENT 'it came back, or she complained: counted once';

ALTER TABLE desinscription
	ADD envoi_id BIGINT NULL COMMENT 'rend: the lettre_envoi whose link was used';
