-- 0069: the tree of groups is shown to prospects too, as far as they see the groups in it.
UPDATE groupe_type SET prospects = TRUE WHERE cle = 'ensemble';
REPLACE INTO reglage (cle, valeur) VALUES ('acces_refaire', '1');
