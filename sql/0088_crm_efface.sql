-- 0088: whom the platform erased stays unknown, whatever the CRM says later.

-- The numbers of contacts erased here, as fingerprints: a number alone leads to a person in the CRM.
CREATE TABLE crm_efface (
	empreinte CHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY COMMENT 'sha256 of the number, in hexadecimal',
	efface_le DATETIME NOT NULL
) COMMENT 'contacts of the CRM that never come back';
