-- A link that a newer one replaced says so.
ALTER TABLE lien ADD remplace_le DATETIME NULL COMMENT 'a newer link was made for the same address';
