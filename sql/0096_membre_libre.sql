-- 0096: who came into a group that anybody joins was told that its members read no contact details of
-- hers: that stays true when the group is closed later.
ALTER TABLE membre
	ADD libre BOOL INVISIBLE NOT NULL DEFAULT FALSE
		COMMENT 'began while anybody joined: shows contact details only if the person says so';
UPDATE membre m JOIN groupe g ON g.id = m.groupe_id SET m.libre = TRUE
WHERE g.ouverture = 'ouvert' AND m.origine = 'plateforme' AND m.fin IS NULL;
