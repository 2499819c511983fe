-- The full text of people no longer holds addresses and numbers that one may keep to oneself, and
-- follows who reads each field: essaim-index writes it again.
REPLACE INTO reglage (cle, valeur) SELECT 'textes_refaire', '1' FROM DUAL
WHERE EXISTS (SELECT 1 FROM contact);
