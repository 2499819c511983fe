-- 0076: pages whose words are the association's, written on screen; searches that people keep in a
-- group.

CREATE TABLE page_texte (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	nom VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'charte, mentions',
	texte MEDIUMTEXT NOT NULL COMMENT 'Markdown; empty: the usual words again',
	ecrit_le DATETIME NOT NULL,
	ecrit_par BIGINT NULL,
	KEY (nom, id)
) COMMENT 'each version of a page; the newest is shown';

CREATE TABLE recherche_gardee (
	contact_id BIGINT NOT NULL COMMENT 'choix de la personne : chercher de nouveau la même chose',
	groupe_id BIGINT NOT NULL,
	q VARCHAR(200) NOT NULL,
	PRIMARY KEY (contact_id, groupe_id, q),
	KEY (groupe_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
) COMMENT 'searches kept in a group, ten a person';
