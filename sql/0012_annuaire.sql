-- 0012: the directory.  Copies of the sort key of the person beside what a list is filtered by, so
-- that a filtered list is read from one index, in order, and stops after one page.

ALTER TABLE champ_valeur
	ADD tri VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin INVISIBLE NOT NULL DEFAULT ''
		COMMENT 'copy of contact.tri, kept by acces_lot()',
	ADD KEY valeur_tri (champ_id, valeur, tri, contact_id);

ALTER TABLE membre
	ADD tri VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin INVISIBLE NOT NULL DEFAULT ''
		COMMENT 'copy of contact.tri, kept by acces_lot()',
	ADD KEY groupe_tri (groupe_id, fin, tri, contact_id);

ALTER TABLE contact
	ADD ville_tri VARCHAR(60) GENERATED ALWAYS AS (LEFT(ville, 60)) STORED INVISIBLE COMMENT 'liste triée par ville',
	ADD KEY ville_tri (ville_tri, tri);

UPDATE champ_valeur v JOIN contact c ON c.id = v.contact_id SET v.tri = c.tri;
UPDATE membre m JOIN contact c ON c.id = m.contact_id SET m.tri = c.tri;
