-- 0072: since when the CRM knows a person.  Memberships that were there at the first reading of the
-- CRM begin that day: nobody knows the day itself, and the day of the reading would make newcomers
-- of all.

ALTER TABLE contact
	ADD crm_cree_le DATETIME NULL COMMENT 'when the CRM made the record' AFTER crm_modifie_le;
