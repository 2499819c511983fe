-- 0157: private links that programs read: of a calendar, of a feed of news.  What a news item that is
-- not published will be read by.

ALTER TABLE agenda_abonnement ADD genre VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'agenda'
	COMMENT 'agenda, actualites: what it gives';
ALTER TABLE actualite ADD liste_publiee BIGINT NULL COMMENT 'the list that it will have once it is published';
