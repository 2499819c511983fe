-- 0081: coordination that one gives oneself gives the group, and nothing over people.
--
-- Rights over people come from a role that the CRM or the staff gave, in a group whose type says so: the
-- public 'encadrement' of the group, and the line "Coordination confirmée" of the grid.

ALTER TABLE groupe_type ADD encadre BOOL NOT NULL DEFAULT FALSE
	COMMENT 'roles in these groups count for the grid: its confirmed coordination has rights over its members';
UPDATE groupe_type SET encadre = TRUE WHERE cle = 'equipe' OR (NOT libre AND cle NOT IN ('groupe_travail', 'reseau', 'instance'));

ALTER TABLE membre ADD confirme BOOL NOT NULL DEFAULT FALSE
	COMMENT 'this role was given, or confirmed, by the staff; one of the CRM (origine) needs none of it';
UPDATE membre m SET m.confirme = TRUE
WHERE m.fin IS NULL AND m.role <> 'membre' AND m.origine = 'plateforme' AND EXISTS (SELECT 1 FROM journal j
	JOIN contact a ON a.id = j.acteur_id AND a.acces = 3
	WHERE j.objet_id = m.contact_id AND j.acte = 'membre.ajoute' AND DATE(j.quand) = m.debut AND JSON_VALID(j.apres)
	AND JSON_VALUE(j.apres, '$.groupe') = m.groupe_id AND JSON_VALUE(j.apres, '$.role') = m.role);

INSERT IGNORE INTO public (genre, cle, titre)
SELECT 'encadrement', g.id, LEFT(CONCAT('Coordination confirmée, ', o.titre), 250) FROM groupe g JOIN objet o ON o.id = g.id;
INSERT IGNORE INTO public (genre, cle, titre) VALUES ('profil', 'encadrement', 'Coordination confirmée');
INSERT INTO profil (titre, genre, public_id, groupe_genre, suffixe, ordre)
SELECT 'Coordination confirmée', 'encadrement', id, 'encadrement', '', 28 FROM public WHERE genre = 'profil' AND cle = 'encadrement';

-- What the grid gave to any coordination over people goes to the confirmed one.
ALTER TABLE domaine ADD confirme BOOL NOT NULL DEFAULT FALSE
	COMMENT 'over people, or beyond one’s group: never for a coordination that one may give oneself';
UPDATE domaine SET confirme = TRUE
WHERE cle IN ('contacts', 'prospects', 'coordonnees', 'fiches', 'export', 'tableau', 'imports', 'etiquettes', 'lettres', 'administration');
INSERT INTO profil_droit (profil_id, domaine, niveau)
SELECT p.id, d.domaine, d.niveau FROM profil_droit d JOIN domaine x ON x.cle = d.domaine
JOIN profil c ON c.id = d.profil_id AND c.genre = 'coordination' JOIN profil p ON p.genre = 'encadrement'
WHERE x.confirme OR (d.niveau = 2 AND x.par_groupe);
DELETE d FROM profil_droit d JOIN domaine x ON x.cle = d.domaine AND x.confirme
JOIN profil c ON c.id = d.profil_id AND c.genre = 'coordination';
UPDATE profil_droit d JOIN domaine x ON x.cle = d.domaine AND x.par_groupe
JOIN profil c ON c.id = d.profil_id AND c.genre = 'coordination' SET d.niveau = 1 WHERE d.niveau = 2;

-- A note for the coordination is for that of one group.
ALTER TABLE note ADD groupe_id BIGINT NULL
	COMMENT 'niveau coordination: of which group; NULL: the author and the staff alone';
UPDATE note n JOIN (SELECT n.id, MIN(m.groupe_id) AS groupe_id FROM note n
	JOIN membre m ON m.contact_id = n.contact_id AND m.fin IS NULL JOIN groupe g ON g.id = m.groupe_id
	JOIN groupe_type t ON t.cle = g.type AND t.encadre JOIN arbre_haut h ON h.groupe_id = m.groupe_id
	JOIN membre c ON c.groupe_id = h.ancetre_id AND c.contact_id = n.auteur_id AND c.fin IS NULL
	JOIN groupe_role x ON x.cle = c.role AND x.coordination
	WHERE n.niveau = 'coordination' GROUP BY n.id) s ON s.id = n.id SET n.groupe_id = s.groupe_id;
UPDATE note n JOIN (SELECT n.id, MIN(m.groupe_id) AS groupe_id FROM note n JOIN contact a ON a.id = n.auteur_id AND a.acces = 3
	JOIN membre m ON m.contact_id = n.contact_id AND m.fin IS NULL JOIN groupe g ON g.id = m.groupe_id
	JOIN groupe_type t ON t.cle = g.type AND t.encadre
	WHERE n.niveau = 'coordination' AND n.groupe_id IS NULL GROUP BY n.id HAVING COUNT(DISTINCT m.groupe_id) = 1) s ON s.id = n.id
SET n.groupe_id = s.groupe_id;

REPLACE INTO reglage (cle, valeur) VALUES ('acces_refaire', '1');
