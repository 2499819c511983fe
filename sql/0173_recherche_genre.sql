-- 0173: groups are found by their type too ("magasin strasbourg"): their words are written again, once, after the update.

INSERT INTO reglage (cle, valeur) SELECT 'ecrits_refaire', '1' FROM DUAL
WHERE EXISTS (SELECT 1 FROM recherche) AND NOT EXISTS (SELECT 1 FROM reglage WHERE cle = 'ecrits_refaire');
