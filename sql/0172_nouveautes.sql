-- 0172: the release notes that each person has seen: the home page tells what is newer once.

ALTER TABLE compte ADD COLUMN IF NOT EXISTS nouveautes_le DATE NULL
	COMMENT 'day of the last release notes that she read or put away; NULL: none since the account was made';
