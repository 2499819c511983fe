-- Postcodes as the CRM has them: "1000" of a spreadsheet, "F-75011", "75011 Paris".  text_postcode() (C) reads the same ones.
ALTER TABLE contact
	ADD code_lu VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (
		CASE WHEN code_postal NOT REGEXP '^[^0-9A-Za-z]*(?:[Ff][Rr]?(?![A-Za-z]))?[^0-9A-Za-z]*(?:([0-9]{2})[^0-9A-Za-z]?([0-9]{3})(?![0-9A-Za-z]).*|([0-9])([0-9]{3})[^0-9A-Za-z]*)$' THEN ''
		WHEN REGEXP_REPLACE(code_postal, '^[^0-9A-Za-z]*(?:[Ff][Rr]?(?![A-Za-z]))?[^0-9A-Za-z]*(?:([0-9]{2})[^0-9A-Za-z]?([0-9]{3})(?![0-9A-Za-z]).*|([0-9])([0-9]{3})[^0-9A-Za-z]*)$', '\\1') = ''
			THEN REGEXP_REPLACE(code_postal, '^[^0-9A-Za-z]*(?:[Ff][Rr]?(?![A-Za-z]))?[^0-9A-Za-z]*(?:([0-9]{2})[^0-9A-Za-z]?([0-9]{3})(?![0-9A-Za-z]).*|([0-9])([0-9]{3})[^0-9A-Za-z]*)$', '0\\3\\4')
		ELSE REGEXP_REPLACE(code_postal, '^[^0-9A-Za-z]*(?:[Ff][Rr]?(?![A-Za-z]))?[^0-9A-Za-z]*(?:([0-9]{2})[^0-9A-Za-z]?([0-9]{3})(?![0-9A-Za-z]).*|([0-9])([0-9]{3})[^0-9A-Za-z]*)$', '\\1\\2') END) STORED INVISIBLE
		COMMENT 'tableau de bord : le code postal en cinq chiffres, vide quand il n’est pas français' AFTER code_postal,
	MODIFY departement VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (
		CASE WHEN code_lu = '' THEN '00'
		WHEN LEFT(code_lu, 3) IN ('200', '201') THEN '2A'
		WHEN LEFT(code_lu, 3) IN ('202', '206') THEN '2B'
		WHEN LEFT(code_lu, 3) IN ('971', '972', '973', '974', '976') THEN LEFT(code_lu, 3)
		WHEN LEFT(code_lu, 2) IN ('00', '20', '96', '97', '98', '99') THEN '00'
		ELSE LEFT(code_lu, 2) END) STORED INVISIBLE COMMENT 'tableau de bord : où sont les bénévoles';

-- Names are found without their spaces and signs, and texts in each spelling: essaim-admin migrate writes the words again.
INSERT INTO reglage (cle, valeur) SELECT 'mots_refaire', '1' FROM DUAL
WHERE EXISTS (SELECT 1 FROM contact) AND NOT EXISTS (SELECT 1 FROM reglage WHERE cle = 'mots_refaire');
