-- 0056: what the path of a person was.  The values of the fields that are followed, each with the
-- time it began and ended, so that what the sync overwrites stays known.

ALTER TABLE champ
	ADD suivi BOOL NOT NULL DEFAULT FALSE COMMENT 'its values are kept in parcours with their dates';
UPDATE champ SET suivi = TRUE
	WHERE cle IN ('statut', 'type_contact', 'types_benevolat', 'types_mission', 'formations');

CREATE TABLE parcours (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NOT NULL,
	champ_id SMALLINT NOT NULL,
	valeur VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'suivre l’engagement dans la durée',
	debut DATETIME NOT NULL,
	fin DATETIME NULL COMMENT 'NULL: it is so today',
	origine VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'hubspot, plateforme, or journal: found there afterwards',
	initial BOOL NOT NULL DEFAULT FALSE COMMENT 'it was so when it was first read: it began before debut',
	KEY (contact_id, champ_id, fin),
	KEY (champ_id),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (champ_id) REFERENCES champ (id)
);

-- What the journal knows of status and type: each change says before and after.
INSERT INTO parcours (contact_id, champ_id, valeur, debut, fin, origine, initial)
WITH ecart AS (
	SELECT j.objet_id AS contact_id, f.id AS champ_id, j.quand, j.id AS rang,
		JSON_VALUE(j.avant, CONCAT('$.', f.colonne)) AS avant,
		JSON_VALUE(j.apres, CONCAT('$.', f.colonne)) AS apres
	FROM journal j JOIN champ f ON f.colonne IN ('statut', 'type_contact')
	JOIN contact c ON c.id = j.objet_id AND c.prenom <> ''
	WHERE j.acte IN ('contact.modifie', 'contact.revenu') AND JSON_VALID(j.apres)
		AND JSON_EXISTS(j.apres, CONCAT('$.', f.colonne))
), moment AS (
	SELECT contact_id, champ_id, apres AS valeur, quand, rang, 'journal' AS origine, FALSE AS initial FROM ecart
	UNION ALL
	SELECT c.id, f.id,
		COALESCE((SELECT x.avant FROM ecart x WHERE x.contact_id = c.id AND x.champ_id = f.id
			ORDER BY x.rang LIMIT 1), IF(f.colonne = 'statut', c.statut, c.type_contact)),
		o.cree_le, 0, f.origine, TRUE
	FROM contact c JOIN objet o ON o.id = c.id JOIN champ f ON f.colonne IN ('statut', 'type_contact')
), suite AS (
	SELECT m.*, LEAD(quand) OVER (PARTITION BY contact_id, champ_id ORDER BY rang) AS fin FROM moment m
)
SELECT contact_id, champ_id, valeur, quand, fin, origine, initial FROM suite WHERE COALESCE(valeur, '') <> '';

-- Values that come by several: "12:photo" a line.
INSERT INTO parcours (contact_id, champ_id, valeur, debut, fin, origine, initial)
WITH ligne AS (
	SELECT j.id AS rang, j.quand, j.objet_id AS contact_id, s.sens, x.ligne
	FROM journal j JOIN (SELECT 0 AS sens UNION ALL SELECT 1) s
	JOIN JSON_TABLE(CONCAT('[', REPLACE(JSON_QUOTE(JSON_VALUE(IF(s.sens, j.apres, j.avant), '$.valeurs')),
		'\\n', '","'), ']'), '$[*]' COLUMNS (ligne VARCHAR(210) PATH '$')) x
	WHERE j.acte IN ('contact.modifie', 'contact.revenu') AND JSON_VALID(j.avant) AND JSON_VALID(j.apres)
		AND JSON_EXISTS(j.apres, '$.valeurs')
), ecart AS (
	SELECT l.rang, l.quand, l.contact_id, l.sens, f.id AS champ_id,
		SUBSTRING(l.ligne, LOCATE(':', l.ligne) + 1) AS valeur
	FROM ligne l JOIN champ f ON f.suivi AND f.id = CAST(SUBSTRING_INDEX(l.ligne, ':', 1) AS INTEGER)
	JOIN contact c ON c.id = l.contact_id AND c.prenom <> ''
	WHERE LOCATE(':', l.ligne) > 1 AND NOT EXISTS (SELECT 1 FROM ligne y
		WHERE y.rang = l.rang AND y.sens <> l.sens AND y.ligne = l.ligne)
)
SELECT x.contact_id, x.champ_id, x.valeur, x.quand,
	(SELECT MIN(y.quand) FROM ecart y WHERE y.contact_id = x.contact_id AND y.champ_id = x.champ_id
		AND y.valeur = x.valeur AND y.sens = 0 AND y.rang > x.rang), 'journal', FALSE
FROM ecart x WHERE x.sens = 1
UNION ALL
SELECT x.contact_id, x.champ_id, x.valeur, o.cree_le, x.quand, 'journal', TRUE
FROM ecart x JOIN objet o ON o.id = x.contact_id
WHERE x.sens = 0 AND NOT EXISTS (SELECT 1 FROM ecart y WHERE y.contact_id = x.contact_id
	AND y.champ_id = x.champ_id AND y.valeur = x.valeur AND y.rang < x.rang);

-- And those that the journal says nothing of.
INSERT INTO parcours (contact_id, champ_id, valeur, debut, origine, initial)
SELECT v.contact_id, v.champ_id, v.valeur, o.cree_le, f.origine, TRUE
FROM champ_valeur v JOIN champ f ON f.id = v.champ_id AND f.suivi JOIN objet o ON o.id = v.contact_id
LEFT JOIN parcours p ON p.contact_id = v.contact_id AND p.champ_id = v.champ_id AND p.valeur = v.valeur
	AND p.fin IS NULL
WHERE p.id IS NULL;
