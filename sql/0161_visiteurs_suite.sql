-- 0161: who comes to an event without an account may agree that its group writes to her.  The row
-- goes when she withdraws, has an account, or is forgotten.

CREATE TABLE inscription_accord (
	inscription_id BIGINT PRIMARY KEY,
	le DATETIME NOT NULL,
	mots VARCHAR(400) NOT NULL COMMENT 'what she agreed to, as it was shown',
	FOREIGN KEY (inscription_id) REFERENCES inscription (id) ON DELETE CASCADE
);
