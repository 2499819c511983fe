-- 0165: what an import made, where it makes things and not only changes them: groups, memberships, past
-- events taken over from elsewhere (import.genre groupes, adhesions, evenements).
--
-- Additive.

CREATE TABLE import_cree (
	import_id BIGINT NOT NULL,
	numero INT NOT NULL COMMENT 'line of the file',
	cree_id BIGINT NOT NULL COMMENT 'objet.id of a group or event, membre.id of a membership: what undo takes back',
	PRIMARY KEY (import_id, numero, cree_id),
	FOREIGN KEY (import_id) REFERENCES import (id) ON DELETE CASCADE
);
