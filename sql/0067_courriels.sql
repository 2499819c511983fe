-- 0067: addresses that a server has refused for ever; mails at once without the words of others.

CREATE TABLE adresse_erreur (
	contact_id BIGINT PRIMARY KEY,
	adresse VARCHAR(320) NOT NULL COMMENT 'the address that was refused: another one in the CRM counts again',
	erreur VARCHAR(500) NOT NULL COMMENT 'ne plus écrire en vain ; demander une adresse à jour',
	quand DATETIME NOT NULL,
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'who cannot be written to';

ALTER TABLE notif_reglage ADD COLUMN discret BOOL NOT NULL DEFAULT 0
	COMMENT 'la personne ne veut pas le texte des autres dans ses courriels';
