-- Who waits to be welcomed stands in one list, those of before it was kept too; who welcomed her.
ALTER TABLE relais
	MODIFY echeance DATE NULL COMMENT 'NULL: she was there before welcomes were kept',
	ADD accueilli_par BIGINT NULL COMMENT 'savoir qui a accueilli',
	ADD accueilli_le DATETIME NULL,
	ADD FOREIGN KEY (accueilli_par) REFERENCES contact (id);
INSERT IGNORE INTO relais (contact_id, groupe_id, cree_le, echeance, maj_le)
SELECT DISTINCT c.id, m.groupe_id, UTC_TIMESTAMP(), NULL, UTC_TIMESTAMP()
FROM contact c JOIN membre m ON m.contact_id = c.id AND m.fin IS NULL
LEFT JOIN relais t ON t.contact_id = c.id AND t.groupe_id = m.groupe_id
WHERE c.acces = 1 AND c.retire_le IS NULL AND t.id IS NULL;
