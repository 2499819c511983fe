-- 0090: erasure: the records merged into a person are found from her; the digests of what the
-- journal said are salted, so that nobody can try a name on those of an erased person.
ALTER TABLE contact ADD KEY (fusionne_dans);
ALTER TABLE journal ADD sel CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
	COMMENT 'salt of contenu, erased with the words; NULL: contenu has none';
