-- 0073: small copies of pictures, which pages show: made apart, once for each content.

ALTER TABLE fichier_contenu
	ADD vignette_due BOOL NOT NULL DEFAULT FALSE COMMENT 'a picture whose small copy is to be made',
	ADD vignette_largeur SMALLINT NOT NULL DEFAULT 0 COMMENT 'of the small copy, in pixels; 0: there is none',
	ADD vignette_hauteur SMALLINT NOT NULL DEFAULT 0,
	ADD KEY (vignette_due, cree_le);
UPDATE fichier_contenu c JOIN fichier f ON f.empreinte = c.empreinte SET c.vignette_due = TRUE
	WHERE f.type IN ('image/jpeg', 'image/png', 'image/webp');
