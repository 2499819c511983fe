-- Long texts of the fields made on the platform.
ALTER TABLE champ_valeur ADD COLUMN texte TEXT NULL INVISIBLE
	COMMENT 'a long text; valeur is then its beginning';
