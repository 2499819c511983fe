-- 0087: the row that who changes fields or groups takes hold of (modele_hold()) is there from the first day.

INSERT IGNORE INTO reglage (cle, valeur) VALUES ('modele', UUID());
