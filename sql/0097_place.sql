-- 0097: a place in the tree that one chose oneself gives nothing over people.
--
-- Rights over people come down the tree only where the CRM or the staff decided the places on the way;
-- what is published, and the groups themselves, follow the tree as before.

ALTER TABLE groupe
	ADD place_sure BOOL INVISIBLE NOT NULL DEFAULT FALSE
		COMMENT 'the CRM or the staff put it where it is: rights over people come down to it';
ALTER TABLE groupe_arbre
	ADD incertaines SMALLINT INVISIBLE NOT NULL DEFAULT 0
		COMMENT 'groups from the lower one up, below the other, whose place is not sure';

-- The last move says who decided; never moved: who made it.  Nobody: the CRM, or the operator.
UPDATE groupe g JOIN objet o ON o.id = g.id
	LEFT JOIN (SELECT objet_id, MAX(id) AS id FROM journal WHERE acte = 'groupe.deplace' GROUP BY objet_id) d ON d.objet_id = g.id
	LEFT JOIN journal j ON j.id = d.id
	LEFT JOIN contact a ON a.id = j.acteur_id
	LEFT JOIN contact c ON c.id = o.cree_par
SET g.place_sure = g.type = 'ensemble'
	OR IF(j.acteur_id IS NOT NULL, COALESCE(a.acces, 0) = 3,
		g.champ_id IS NOT NULL OR o.cree_par IS NULL OR COALESCE(c.acces, 0) = 3);
UPDATE groupe_arbre t JOIN (SELECT b.groupe_id, h.ancetre_id, COUNT(*) AS n
	FROM groupe g JOIN groupe_arbre b ON b.ancetre_id = g.id
	JOIN groupe_arbre h ON h.groupe_id = g.id AND h.distance > 0
	WHERE NOT g.place_sure GROUP BY b.groupe_id, h.ancetre_id) n
	ON n.groupe_id = t.groupe_id AND n.ancetre_id = t.ancetre_id
SET t.incertaines = n.n;
CREATE OR REPLACE VIEW arbre_haut AS SELECT groupe_id, ancetre_id, incertaines FROM groupe_arbre WHERE coupures = 0;

REPLACE INTO reglage (cle, valeur) VALUES ('acces_refaire', '1');
