-- 0054: types of groups that volunteers may make themselves; what is in an archived group is read-only.
ALTER TABLE groupe_type ADD libre BOOL NOT NULL DEFAULT FALSE COMMENT 'volunteers may make such groups, not only the staff';
UPDATE groupe_type SET libre = TRUE WHERE cle IN ('groupe_travail', 'equipe');

-- contenu: 3 hidden, 4 closed, 5 open, archived: who wrote reads.
INSERT INTO grille (genre, variante, domaine, droit, partout)
SELECT genre, variante + 3, domaine, 1, partout FROM grille WHERE genre = 'contenu' AND variante < 3;
