-- 0152: letters under way: how fast, and what essaim-mail looks for.

ALTER TABLE lettre ADD debit INT NOT NULL DEFAULT 0
	COMMENT 'mails a minute, as last measured while it leaves';
