-- 0075: a mail of notifications knows how many lines it tells: when one is deleted before it leaves,
-- it does not leave as it is.

ALTER TABLE courriel ADD lignes SMALLINT NULL COMMENT 'of a mail of notifications: how many it tells';
