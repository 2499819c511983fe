-- 0163: what came of a letter, in totals: answers to it, and to polls that it leads to.

ALTER TABLE lettre ADD reponses INT NOT NULL DEFAULT 0
	COMMENT 'mails that came to its reply address and were taken: a total, by nobody';
ALTER TABLE sondage_votant ADD jour DATE NULL
	COMMENT 'of her first answer; NULL: before this was known';
