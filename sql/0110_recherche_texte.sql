-- 0110: the search keeps the plain text of what it finds, so that extracts are cut from one place and
-- not from the table of each kind.  Empty for people, whose words have rights of their own.

ALTER TABLE recherche ADD COLUMN texte MEDIUMTEXT NOT NULL DEFAULT '' COMMENT 'plain, for extracts';

-- essaim-admin migrate writes that of before (ecrits_reindex()).
INSERT INTO reglage (cle, valeur) SELECT 'ecrits_refaire', '1' FROM DUAL
WHERE EXISTS (SELECT 1 FROM recherche) AND NOT EXISTS (SELECT 1 FROM reglage WHERE cle = 'ecrits_refaire');
