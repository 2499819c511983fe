-- 0051: an administrator reads the platform as somebody, for a while.
ALTER TABLE session
	ADD comme_id BIGINT NULL COMMENT 'whose eyes the administrator of this session reads with',
	ADD comme_jusqu_a DATETIME NULL;
