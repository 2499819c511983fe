-- 0144: dates of events bear the list of access of their event, so that a month of many thousands
-- is read from one index (evenement_follow_dates).
ALTER TABLE evenement_date
	ADD liste_id BIGINT NOT NULL DEFAULT 0 COMMENT 'that of its objet; 0: nobody, of a draft and of what is gone';
UPDATE evenement_date d JOIN evenement e ON e.id = d.evenement_id JOIN objet o ON o.id = e.id
SET d.liste_id = IF(e.etat = 'brouillon' OR e.supprime_le IS NOT NULL, 0, o.liste_id);
ALTER TABLE evenement_date ADD KEY mois (debut, fin, liste_id), DROP KEY debut;
