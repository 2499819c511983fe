-- 0181: a private address of news may give all that its owner may read.

ALTER TABLE agenda_abonnement
	ADD COLUMN tout BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'of news, without a group: all that she may read, not only what is for her';
