-- 0099: an erasure that the CRM announced waits until the contact is read as gone, however often
-- she is still found before.

CREATE TABLE sync_efface (
	hubspot_id BIGINT PRIMARY KEY,
	essais INT NOT NULL DEFAULT 0 COMMENT 'reads since that still found her, or could not close her yet',
	lire_le DATETIME(3) NOT NULL COMMENT 'when she is read again, at the latest',
	KEY (lire_le)
) COMMENT 'to be erased once their absence is confirmed';

INSERT INTO sync_efface (hubspot_id, lire_le)
	SELECT c.hubspot_id, UTC_TIMESTAMP(3) FROM sync_sortie s JOIN contact c ON c.id = s.contact_id
	WHERE s.cause = 'efface' AND s.etat <> 'faite' AND c.hubspot_id IS NOT NULL;
