-- 0132: dates added by hand to a series; who will see a draft, known before it is published.

ALTER TABLE evenement_date
	ADD ajoute BOOL NOT NULL DEFAULT FALSE COMMENT 'by hand: the rule does not give it and does not take it away';

ALTER TABLE evenement
	ADD liste_publiee BIGINT NULL COMMENT 'of a draft: the list of access that it will follow',
	ADD FOREIGN KEY (liste_publiee) REFERENCES liste_acces (id);
