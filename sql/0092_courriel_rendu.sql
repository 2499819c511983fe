-- 0092: what a link of a mail changed without a sign-in can be undone by another link, which its
-- owner gets by mail.  And answers by mail that were kept show their author's link no more.

ALTER TABLE desinscription
	ADD COLUMN rend VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL
		COMMENT 'a token that undoes: what it gives back, courriel/mention,resume/groupe,refus/invitation; NULL: a token that leaves',
	ADD COLUMN de CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
		COMMENT 'a token that undoes: empreinte of the one whose act it undoes, which dies with it';

-- Those whose links others may have read: these links die.
DELETE d FROM desinscription d
	JOIN (SELECT DISTINCT auteur_id FROM message WHERE voie = 'courriel' AND texte LIKE '%sans-courriel/%') m
	ON m.auteur_id = d.contact_id;

UPDATE message SET
	texte = REGEXP_REPLACE(texte, '(https?://[^ \n<>"]*)?/public/sans-courriel/[0-9a-f]+', '(lien retiré)'),
	html = REGEXP_REPLACE(REGEXP_REPLACE(html, '<a [^>]*sans-courriel/[^>]*>[^<]*</a>', '(lien retiré)'),
		'(https?://[^ \n<>"]*)?/public/sans-courriel/[0-9a-f]+', '(lien retiré)')
	WHERE voie = 'courriel' AND texte LIKE '%sans-courriel/%';
