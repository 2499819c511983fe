-- 0164: addresses of letters are told apart letter by letter, and are forgotten some months after.
--
-- Additive.  contact@société.fr is not contact@societe.fr: what is kept is in lower case, as it is.

ALTER TABLE lettre_envoi
	MODIFY adresse VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
		COMMENT 'of the day it was sent; -ID: erased, or forgotten some months after';

ALTER TABLE lettre
	ADD adresses_oubliees_le DATETIME NULL COMMENT 'its addresses are emptied; its figures stay',
	ADD KEY (adresses_oubliees_le, fini_le);
