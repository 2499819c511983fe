-- 0058: the dashboard: départements of people, and figures kept for an association too large to be
-- counted at each reading.

CREATE TABLE departement (
	code VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	nom VARCHAR(40) NOT NULL,
	rang TINYINT NOT NULL COMMENT 'its cell on the map: rows from the north',
	colonne TINYINT NOT NULL COMMENT 'cells from the west'
);
INSERT INTO departement VALUES
('01', 'Ain', 7, 9), ('02', 'Aisne', 1, 7), ('03', 'Allier', 6, 7), ('04', 'Alpes-de-Haute-Provence', 10, 10),
('05', 'Hautes-Alpes', 9, 10), ('06', 'Alpes-Maritimes', 10, 11), ('07', 'Ardèche', 9, 8),
('08', 'Ardennes', 1, 8), ('09', 'Ariège', 12, 6), ('10', 'Aube', 3, 8), ('11', 'Aude', 12, 7),
('12', 'Aveyron', 9, 6), ('13', 'Bouches-du-Rhône', 11, 8), ('14', 'Calvados', 2, 3), ('15', 'Cantal', 8, 7),
('16', 'Charente', 7, 4), ('17', 'Charente-Maritime', 7, 3), ('18', 'Cher', 5, 6), ('19', 'Corrèze', 8, 6),
('21', 'Côte-d’Or', 5, 8), ('22', 'Côtes-d’Armor', 3, 1), ('23', 'Creuse', 7, 6), ('24', 'Dordogne', 8, 5),
('25', 'Doubs', 6, 10), ('26', 'Drôme', 9, 9), ('27', 'Eure', 2, 4), ('28', 'Eure-et-Loir', 3, 4),
('29', 'Finistère', 4, 1), ('2A', 'Corse-du-Sud', 13, 11), ('2B', 'Haute-Corse', 12, 12),
('30', 'Gard', 10, 8), ('31', 'Haute-Garonne', 11, 5), ('32', 'Gers', 10, 5), ('33', 'Gironde', 8, 4),
('34', 'Hérault', 11, 7), ('35', 'Ille-et-Vilaine', 3, 2), ('36', 'Indre', 6, 6),
('37', 'Indre-et-Loire', 5, 4), ('38', 'Isère', 8, 9), ('39', 'Jura', 6, 9), ('40', 'Landes', 9, 3),
('41', 'Loir-et-Cher', 5, 5), ('42', 'Loire', 8, 8), ('43', 'Haute-Loire', 9, 7),
('44', 'Loire-Atlantique', 5, 2), ('45', 'Loiret', 4, 5), ('46', 'Lot', 9, 5), ('47', 'Lot-et-Garonne', 9, 4),
('48', 'Lozère', 10, 7), ('49', 'Maine-et-Loire', 5, 3), ('50', 'Manche', 2, 2), ('51', 'Marne', 2, 8),
('52', 'Haute-Marne', 4, 9), ('53', 'Mayenne', 4, 3), ('54', 'Meurthe-et-Moselle', 3, 9),
('55', 'Meuse', 2, 9), ('56', 'Morbihan', 4, 2), ('57', 'Moselle', 2, 10), ('58', 'Nièvre', 5, 7),
('59', 'Nord', 0, 7), ('60', 'Oise', 1, 6), ('61', 'Orne', 3, 3), ('62', 'Pas-de-Calais', 0, 6),
('63', 'Puy-de-Dôme', 7, 7), ('64', 'Pyrénées-Atlantiques', 10, 4), ('65', 'Hautes-Pyrénées', 11, 4),
('66', 'Pyrénées-Orientales', 13, 6), ('67', 'Bas-Rhin', 3, 10), ('68', 'Haut-Rhin', 4, 11),
('69', 'Rhône', 7, 8), ('70', 'Haute-Saône', 5, 9), ('71', 'Saône-et-Loire', 6, 8), ('72', 'Sarthe', 4, 4),
('73', 'Savoie', 8, 10), ('74', 'Haute-Savoie', 7, 10), ('75', 'Paris', 3, 6), ('76', 'Seine-Maritime', 1, 4),
('77', 'Seine-et-Marne', 3, 7), ('78', 'Yvelines', 2, 5), ('79', 'Deux-Sèvres', 6, 4), ('80', 'Somme', 1, 5),
('81', 'Tarn', 11, 6), ('82', 'Tarn-et-Garonne', 10, 6), ('83', 'Var', 11, 9), ('84', 'Vaucluse', 10, 9),
('85', 'Vendée', 6, 3), ('86', 'Vienne', 6, 5), ('87', 'Haute-Vienne', 7, 5), ('88', 'Vosges', 4, 10),
('89', 'Yonne', 4, 8), ('90', 'Territoire de Belfort', 5, 10), ('91', 'Essonne', 4, 6),
('92', 'Hauts-de-Seine', 3, 5), ('93', 'Seine-Saint-Denis', 2, 7), ('94', 'Val-de-Marne', 4, 7),
('95', 'Val-d’Oise', 2, 6), ('971', 'Guadeloupe', 13, 0), ('972', 'Martinique', 13, 1),
('973', 'Guyane', 13, 2), ('974', 'La Réunion', 13, 3), ('976', 'Mayotte', 13, 4);

-- Of a postcode as the CRM has it; Corsica is cut by postcode, overseas have three digits; 00: none of ours.
ALTER TABLE contact
	ADD departement VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (
		CASE WHEN REPLACE(code_postal, ' ', '') NOT REGEXP '^[0-9]{5}$' THEN '00'
		WHEN LEFT(REPLACE(code_postal, ' ', ''), 3) IN ('200', '201') THEN '2A'
		WHEN LEFT(REPLACE(code_postal, ' ', ''), 3) IN ('202', '206') THEN '2B'
		WHEN LEFT(REPLACE(code_postal, ' ', ''), 3) IN ('971', '972', '973', '974', '976') THEN LEFT(REPLACE(code_postal, ' ', ''), 3)
		WHEN LEFT(REPLACE(code_postal, ' ', ''), 2) IN ('20', '96', '97', '98', '99') THEN '00'
		ELSE LEFT(REPLACE(code_postal, ' ', ''), 2) END) STORED INVISIBLE COMMENT 'tableau de bord : où sont les bénévoles',
	ADD KEY departement (departement, tri);
ALTER TABLE membre ADD KEY vie (contact_id, debut, fin);

CREATE TABLE tableau (
	groupe_id BIGINT NOT NULL COMMENT '0: everybody; else a group with those below',
	axe VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	cle VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
	n INT NOT NULL,
	PRIMARY KEY (groupe_id, axe, cle),
	KEY (axe, groupe_id)
) COMMENT 'figures of essaim-tableau, when people are too many to be counted at each reading';

CREATE TABLE tableau_calcul (
	id TINYINT PRIMARY KEY,
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'head of the journal then',
	calcule_le DATETIME NOT NULL,
	duree_ms INT NOT NULL
) COMMENT 'when tableau was computed';
