-- 0086: what a page's form sends is done once, however often it is sent.

CREATE TABLE envoi_fait (
	contact_id BIGINT NOT NULL,
	empreinte BINARY(32) NOT NULL COMMENT 'SHA-256 of the key of the form, its address and all it sent',
	adresse TEXT NOT NULL COMMENT 'where the first sending led',
	cree_le DATETIME NOT NULL,
	PRIMARY KEY (contact_id, empreinte),
	KEY (cree_le),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'kept for a day: a second press, a page found again by "back"';
