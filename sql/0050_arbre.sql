-- 0050: the tree of groups, and rights that follow it and a grid.
--
-- A liste_acces says what it stands for (acces_dit: publics said in so many words; liste_groupe: the
-- groups it follows); acces, the table that the one rights test reads, is computed from that, from
-- the tree and from the grid (lib/domain/liste.c).

ALTER TABLE groupe
	ADD heritage BOOL NOT NULL DEFAULT 1 COMMENT 'who has rights in the groups above has them here too',
	ADD ouverture VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ferme'
		COMMENT 'ouvert: volunteers read and join; ferme: by invitation or request; cache: only its members know';

CREATE TABLE groupe_arbre (
	ancetre_id BIGINT NOT NULL,
	groupe_id BIGINT NOT NULL,
	distance SMALLINT NOT NULL COMMENT '0: itself',
	coupures SMALLINT NOT NULL DEFAULT 0 COMMENT 'groups from the lower one up, below the other, that rights from above do not enter',
	PRIMARY KEY (ancetre_id, groupe_id),
	KEY (groupe_id, ancetre_id),
	FOREIGN KEY (ancetre_id) REFERENCES groupe (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
) COMMENT 'closure of objet.cadre_id among groups';

-- From a group up to those whose rights come down to it.
CREATE VIEW arbre_haut AS SELECT groupe_id, ancetre_id FROM groupe_arbre WHERE coupures = 0;

-- The root, and a group that holds those of each type.
ALTER TABLE groupe_type ADD ensemble_id BIGINT NULL COMMENT 'the group that holds those of this type';
INSERT INTO groupe_type (cle, titre, pluriel, teinte, ordre) VALUES ('ensemble', 'Ensemble', 'Ensembles', 6, 0);
INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)
VALUES ('groupe', 'Toute l’association', UTC_TIMESTAMP(), UTC_TIMESTAMP(), 4);
INSERT INTO groupe (id, type, ouverture)
SELECT id, 'ensemble', 'ferme' FROM objet WHERE genre = 'groupe' AND titre = 'Toute l’association';
INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id, cadre_id)
SELECT 'groupe', t.pluriel, UTC_TIMESTAMP(), UTC_TIMESTAMP(), 4, g.id
FROM groupe_type t JOIN groupe g ON g.type = 'ensemble' WHERE t.cle <> 'ensemble';
INSERT INTO groupe (id, type, ouverture)
SELECT o.id, 'ensemble', 'ferme' FROM objet o JOIN groupe_type t ON t.pluriel = o.titre
WHERE o.genre = 'groupe' AND o.cadre_id IS NOT NULL;
UPDATE groupe_type t JOIN objet o ON o.genre = 'groupe' AND o.titre = t.pluriel AND o.cadre_id IS NOT NULL
SET t.ensemble_id = o.id;
UPDATE objet o JOIN groupe g ON g.id = o.id JOIN groupe_type t ON t.cle = g.type
SET o.cadre_id = t.ensemble_id WHERE g.type <> 'ensemble' AND o.cadre_id IS NULL;
INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance)
WITH RECURSIVE haut (groupe_id, ancetre_id, distance) AS (
	SELECT id, id, 0 FROM groupe
	UNION ALL SELECT h.groupe_id, o.cadre_id, h.distance + 1 FROM haut h JOIN objet o ON o.id = h.ancetre_id
	WHERE o.cadre_id IS NOT NULL)
SELECT ancetre_id, groupe_id, distance FROM haut;

-- What a public may be: statut, type, benevolat, role (of an account), groupe (its members), coordination,
-- equipe (its volunteers and staff), prospects (of a group), role_groupe ("GROUP:ROLE"; 0: of any group,
-- no ROLE: any référence), profil (coordination of any group), personne.
INSERT IGNORE INTO public (genre, cle, titre)
SELECT n.genre, g.id, LEFT(CONCAT(n.avant, o.titre), 250) FROM groupe g JOIN objet o ON o.id = g.id
JOIN (SELECT 'groupe' AS genre, '' AS avant UNION SELECT 'coordination', 'Coordination, '
	UNION SELECT 'equipe', 'Équipe, ' UNION SELECT 'prospects', 'Sympathisant-e-s, ') n;
INSERT IGNORE INTO public (genre, cle, titre)
SELECT 'role_groupe', CONCAT(g.id, ':'), LEFT(CONCAT('Référence, ', o.titre), 250) FROM groupe g JOIN objet o ON o.id = g.id;
INSERT INTO public (genre, cle, titre) VALUES
('profil', 'coordination', 'Coordination de groupe'),
('role_groupe', '0:', 'Référent-e-s'),
('benevolat', 'ca', 'Conseil d’administration');

ALTER TABLE liste_acces
	ADD genre VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'dit'
		COMMENT 'dit: only acces_dit; contact, groupe, contenu: the grid counts too',
	ADD variante TINYINT NOT NULL DEFAULT 0 COMMENT 'see grille';
CREATE TABLE acces_dit (
	liste_id BIGINT NOT NULL,
	public_id BIGINT NOT NULL,
	droit TINYINT NOT NULL COMMENT '1 voir, 2 contribuer, 3 gerer',
	PRIMARY KEY (liste_id, public_id),
	KEY (public_id),
	FOREIGN KEY (liste_id) REFERENCES liste_acces (id),
	FOREIGN KEY (public_id) REFERENCES public (id)
) COMMENT 'publics that a list names';
INSERT INTO acces_dit SELECT liste_id, public_id, droit FROM acces;
CREATE TABLE liste_groupe (
	liste_id BIGINT NOT NULL,
	groupe_id BIGINT NOT NULL,
	lien TINYINT NOT NULL COMMENT '1: it is of that group; 2: a person who coordinates it',
	PRIMARY KEY (liste_id, groupe_id, lien),
	KEY (groupe_id),
	FOREIGN KEY (liste_id) REFERENCES liste_acces (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
) COMMENT 'groups that a list follows';

-- Lists to be computed again, by connection: filled, used and emptied inside one transaction.
CREATE TABLE liste_lot (
	connexion BIGINT NOT NULL,
	liste_id BIGINT NOT NULL,
	PRIMARY KEY (connexion, liste_id)
);

CREATE TABLE profil (
	id SMALLINT AUTO_INCREMENT PRIMARY KEY,
	titre VARCHAR(120) NOT NULL,
	genre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'admin, siege, coordination, role, statut, benevolat, groupe, personne',
	public_id BIGINT NOT NULL UNIQUE COMMENT 'who has it, wherever',
	groupe_genre VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL
		COMMENT 'genre of the public that has it in one group; NULL: it has no group of its own',
	suffixe VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of that public, after the group: ":ROLE"',
	ordre SMALLINT NOT NULL,
	FOREIGN KEY (public_id) REFERENCES public (id)
) COMMENT 'lines of the grid of rights; a person has the sum of hers';
INSERT INTO profil (id, titre, genre, public_id, groupe_genre, suffixe, ordre)
SELECT p.id, p.titre, p.genre, u.id, p.groupe_genre, p.suffixe, p.id * 10 FROM (
	SELECT 1 AS id, 'Siège, administration' AS titre, 'admin' AS genre, 'role' AS g, 'admin' AS c, NULL AS groupe_genre, '' AS suffixe
	UNION ALL SELECT 2, 'Siège, animation', 'siege', 'type', 'salarie', NULL, ''
	UNION ALL SELECT 3, 'Coordination de groupe', 'coordination', 'profil', 'coordination', 'coordination', ''
	UNION ALL SELECT 4, 'Référent-e', 'role', 'role_groupe', '0:', 'role_groupe', ':'
	UNION ALL SELECT 5, 'Bénévole', 'statut', 'statut', 'confirme', 'equipe', ''
	UNION ALL SELECT 6, 'Sympathisant-e', 'statut', 'statut', 'prospect', 'prospects', ''
	UNION ALL SELECT 7, 'Conseil d’administration', 'benevolat', 'benevolat', 'ca', NULL, ''
) p JOIN public u ON u.genre = p.g AND u.cle = p.c;

CREATE TABLE domaine (
	cle VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	titre VARCHAR(60) NOT NULL,
	aide VARCHAR(200) NOT NULL,
	par_groupe BOOL NOT NULL COMMENT 'may be given for one’s own groups alone',
	ordre SMALLINT NOT NULL
) COMMENT 'columns of the grid';
INSERT INTO domaine VALUES
('contacts', 'Contacts', 'Voir les bénévoles et l’équipe salariée', 1, 10),
('prospects', 'Sympathisant-e-s', 'Voir les sympathisant-e-s', 1, 20),
('coordonnees', 'Coordonnées', 'Lire les courriels, téléphones et adresses', 1, 30),
('fiches', 'Fiches', 'Compléter les fiches', 1, 40),
('messages', 'Messages', 'Écrire à tout un groupe', 1, 50),
('fil', 'Fil', 'Lire et publier', 1, 60),
('moderation', 'Modération', 'Retirer, épingler, répondre aux signalements', 1, 70),
('agenda', 'Agenda', 'Créer des événements', 1, 80),
('documents', 'Documents', 'Déposer des documents', 1, 90),
('groupes', 'Groupes', 'Gérer les membres et les réglages', 1, 100),
('creation', 'Créer un groupe', 'Ouvrir un nouveau groupe', 0, 110),
('export', 'Export', 'Emporter une liste en tableur', 1, 120),
('tableau', 'Tableau de bord', 'Lire les chiffres détaillés', 1, 130),
('imports', 'Imports', 'Changer des fiches par tableur', 1, 140),
('etiquettes', 'Étiquettes', 'Gérer les étiquettes', 0, 150),
('lettres', 'Lettres', 'Écrire et envoyer les lettres d’information', 0, 160),
('administration', 'Administration', 'Champs, droits, synchronisation', 0, 170);

CREATE TABLE profil_droit (
	profil_id SMALLINT NOT NULL,
	domaine VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	niveau TINYINT NOT NULL COMMENT '1 own group and those below, 2 everything',
	PRIMARY KEY (profil_id, domaine),
	KEY (domaine, niveau),
	FOREIGN KEY (profil_id) REFERENCES profil (id) ON DELETE CASCADE,
	FOREIGN KEY (domaine) REFERENCES domaine (cle)
) COMMENT 'the grid; no row: no right';
INSERT INTO profil_droit SELECT 1, cle, 2 FROM domaine;
INSERT INTO profil_droit VALUES
(2, 'contacts', 2), (2, 'prospects', 2), (2, 'coordonnees', 2), (2, 'messages', 2), (2, 'fil', 2), (2, 'agenda', 2),
(2, 'documents', 2), (2, 'groupes', 2), (2, 'creation', 2), (2, 'export', 2), (2, 'tableau', 2), (2, 'imports', 2), (2, 'etiquettes', 2),
(3, 'contacts', 1), (3, 'prospects', 1), (3, 'coordonnees', 1), (3, 'fiches', 1), (3, 'messages', 1), (3, 'fil', 1),
(3, 'moderation', 1), (3, 'agenda', 1), (3, 'documents', 1), (3, 'groupes', 1), (3, 'creation', 2), (3, 'export', 1),
(3, 'tableau', 1), (3, 'imports', 1),
(4, 'contacts', 1), (4, 'coordonnees', 1), (4, 'fil', 1), (4, 'agenda', 1), (4, 'documents', 1), (4, 'export', 1),
(5, 'contacts', 2), (5, 'coordonnees', 1), (5, 'fil', 1), (5, 'agenda', 1), (5, 'creation', 2), (5, 'export', 2),
(6, 'export', 2),
(7, 'contacts', 2);

-- What the grid gives on a list of that kind.
CREATE TABLE grille (
	genre VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	variante TINYINT NOT NULL,
	domaine VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	droit TINYINT NOT NULL,
	partout BOOL NOT NULL COMMENT 'who may everywhere may here without being of the group',
	PRIMARY KEY (genre, variante, domaine),
	FOREIGN KEY (domaine) REFERENCES domaine (cle)
) COMMENT 'contact: 0 closed, 1 prospect, 2 volunteer or staff, 3 discreet; groupe, contenu: 0 hidden, 1 closed, 2 open';
INSERT INTO grille VALUES
('contact', 0, 'prospects', 1, 1),
('contact', 1, 'prospects', 1, 1), ('contact', 1, 'fiches', 3, 1),
('contact', 2, 'contacts', 1, 1), ('contact', 2, 'fiches', 3, 1),
('contact', 3, 'prospects', 1, 1), ('contact', 3, 'fiches', 3, 1),
('groupe', 0, 'fil', 1, 0), ('groupe', 0, 'groupes', 3, 0),
('groupe', 1, 'groupes', 3, 1),
('groupe', 2, 'groupes', 3, 1),
('contenu', 0, 'fil', 2, 0), ('contenu', 0, 'moderation', 3, 0),
('contenu', 1, 'fil', 2, 0), ('contenu', 1, 'moderation', 3, 1),
('contenu', 2, 'fil', 2, 1), ('contenu', 2, 'moderation', 3, 1);

INSERT INTO reglage (cle, valeur) VALUES ('acces_refaire', '1');
