-- 0999: greetings in a group.

CREATE TABLE bonjour (
	id BIGINT PRIMARY KEY,
	texte MEDIUMTEXT NOT NULL COMMENT 'Markdown',
	FOREIGN KEY (id) REFERENCES objet (id)
);
