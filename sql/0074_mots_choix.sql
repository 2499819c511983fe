-- People are looked up by the names of choices made on screen too: essaim-admin migrate writes them.
INSERT INTO reglage (cle, valeur) SELECT 'mots_refaire', '1' FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM reglage WHERE cle = 'mots_refaire')
AND EXISTS (SELECT 1 FROM champ_valeur v JOIN champ f ON f.id = v.champ_id AND f.colonne IS NULL
	AND f.genre IN ('choix', 'choix_multiple') AND f.origine <> 'hubspot');
