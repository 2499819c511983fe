-- 0180: the number of a letter among those of its kind is kept, so that the archive does not count all of
-- them for each page; a subject that is typed in a pause is nobody's to read before it goes.

ALTER TABLE lettre
	ADD COLUMN numero INT NOT NULL DEFAULT 0 COMMENT 'among those of its kind that have left, by paru_le; 0: not yet known',
	ADD COLUMN sujet_corrige VARCHAR(250) NULL COMMENT 'typed in a pause; objet.titre is what left, until lettre_correct()',
	ADD KEY (numero, paru_le);

UPDATE lettre l JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY sorte ORDER BY paru_le, id) AS numero
	FROM lettre WHERE paru_le IS NOT NULL) n ON n.id = l.id SET l.numero = n.numero;
