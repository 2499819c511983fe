-- 0174: limitation (GDPR, article 18): a person whose data are put aside until somebody lifts it, and who
-- sees her meanwhile: whoever was given the domain of the protection of data, and nobody else.

ALTER TABLE contact ADD limite_le DATETIME INVISIBLE NULL
	COMMENT 'since when her data are put aside: not changed, not mailed, shown to who handles her request alone';
INSERT INTO grille (genre, variante, domaine, droit, partout) VALUES ('limite', 0, 'protection', 1, 1);
