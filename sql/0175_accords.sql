-- 0175: what a person agreed to is kept with its words and its day, so that it can be shown to her and proved;
-- processing says its delays by the rules; the texts that delays rest on, looked up again.

ALTER TABLE coordonnees_choix ADD mots VARCHAR(400) INVISIBLE NOT NULL DEFAULT ''
	COMMENT 'what she said yes or no to, as it was shown';
ALTER TABLE actualite ADD accord_le DATETIME INVISIBLE NULL COMMENT 'when portrait_id answered';

-- lettre_cycle.c empties addresses after six months; a rule may ask less, never more.
UPDATE conservation_regle SET duree = 6, unite = 'mois' WHERE cle = 'lettres' AND duree = 1 AND unite = 'an';
UPDATE conservation_regle SET apres = 'après l’envoi ; six mois au plus' WHERE cle = 'lettres';
UPDATE conservation_regle SET repere = 'Cnil, recommandation sur la journalisation (délibération n° 2021-122 du 14 octobre 2021) : de six mois à un an ; plus long se justifie, ici par le contrôle interne.'
WHERE cle = 'journal';
