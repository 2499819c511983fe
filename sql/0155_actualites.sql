-- 0155: news: what the association, or one of its groups, tells.
--
-- A news item of the Siège has no group.  Who reads it is its list of access (objet.liste_id): its
-- audience once it is published, nobody but those who write news before.  Times are UTC.

CREATE TABLE actualite (
	id BIGINT PRIMARY KEY,
	groupe_id BIGINT NULL COMMENT 'whose news it is; NULL: the Siège',
	sorte VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'actualite' COMMENT 'actualite, portrait, merci, victoire',
	chapeau VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'plain text: lists, home, digest and letters show it',
	texte MEDIUMTEXT NOT NULL COMMENT 'Markdown',
	image_id BIGINT NULL COMMENT 'a fichier of this objet; none: no picture',
	image_alt VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what the picture shows, for who does not see it',
	image_credit VARCHAR(200) NOT NULL DEFAULT '',
	engagement VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of a portrait or thanks: a groupe_type; empty: any',
	portrait_id BIGINT NULL COMMENT 'montrer la personne, si elle est d’accord',
	accord VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of portrait_id: attente, oui, non; nothing is published without oui',
	audience VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'benevoles' COMMENT 'tous, benevoles, siege, groupes, engagements',
	commentaires BOOL NOT NULL DEFAULT TRUE,
	reactions BOOL NOT NULL DEFAULT TRUE,
	une BOOL NOT NULL DEFAULT FALSE COMMENT 'put first, on home and in the list',
	etat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'brouillon' COMMENT 'brouillon, programmee, publiee, retiree',
	du_le DATETIME NULL COMMENT 'programmee: when it is to be published',
	publie_le DATETIME NULL COMMENT 'the first time: people are told once',
	change_le DATETIME NULL COMMENT 'words changed after that',
	supprime_le DATETIME NULL COMMENT 'the words are gone',
	KEY (etat, publie_le),
	KEY (etat, du_le),
	KEY (groupe_id, etat, publie_le),
	KEY (portrait_id),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id),
	FOREIGN KEY (portrait_id) REFERENCES contact (id)
);

CREATE TABLE actualite_groupe (
	actualite_id BIGINT NOT NULL,
	groupe_id BIGINT NOT NULL,
	PRIMARY KEY (actualite_id, groupe_id),
	KEY (groupe_id),
	FOREIGN KEY (actualite_id) REFERENCES actualite (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
) COMMENT 'groups that read it (audience groupes)';

CREATE TABLE actualite_engagement (
	actualite_id BIGINT NOT NULL,
	type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	PRIMARY KEY (actualite_id, type),
	FOREIGN KEY (actualite_id) REFERENCES actualite (id)
) COMMENT 'kinds of group whose members read it (audience engagements)';

CREATE TABLE actualite_departement (
	actualite_id BIGINT NOT NULL,
	code VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	PRIMARY KEY (actualite_id, code),
	KEY (code),
	FOREIGN KEY (actualite_id) REFERENCES actualite (id)
) COMMENT 'only people of these read it (audiences tous, benevoles); none: everywhere';

-- Who writes them: the staff everywhere, coordination for its groups.  Lists 'actualite' are followed by
-- the grid (lib/domain/acces/liste.c).
INSERT INTO domaine (cle, titre, aide, par_groupe, ordre) VALUES
('actualites', 'Actualités', 'Écrire les actualités', 1, 155);
INSERT INTO profil_droit (profil_id, domaine, niveau)
SELECT id, 'actualites', IF(genre = 'coordination', 1, 2) FROM profil WHERE genre IN ('admin', 'siege', 'coordination');
INSERT INTO grille VALUES
-- variante 0: of the Siège; 1: of a group; 2: of a hidden group
('actualite', 0, 'actualites', 3, 1), ('actualite', 1, 'actualites', 3, 1), ('actualite', 2, 'actualites', 3, 0);
