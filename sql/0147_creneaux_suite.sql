-- 0147: a post may ask for a tag of who holds it, or for a role in its group; keys that ask people to
-- come are in their mails alone.
ALTER TABLE poste
	ADD etiquette_id BIGINT NULL COMMENT 'instead of a training: a tag that she bears; once merged, the one it became',
	ADD public_id BIGINT NULL COMMENT 'instead: a role that she has in a group of the event';

UPDATE notif_evenement SET url = CONCAT('/agenda/', objet_id, '/creneaux')
WHERE genre = 'releve' AND url LIKE '/agenda/releve/%' AND objet_id IS NOT NULL;
