-- People are looked up by the words of fields made on screen too: essaim-admin migrate writes them.
INSERT INTO reglage (cle, valeur) SELECT 'mots_refaire', '1' FROM DUAL
WHERE EXISTS (SELECT 1 FROM champ_valeur v JOIN champ f ON f.id = v.champ_id AND f.colonne IS NULL
	AND f.genre IN ('texte', 'long', 'code_postal', 'telephone', 'courriel', 'lien'));
