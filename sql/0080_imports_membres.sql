-- 0080: what each line of an import does to memberships, group by group: the dry run says it, and it is
-- asked again when it is applied and when it is undone.
CREATE TABLE import_membre (
	import_id BIGINT NOT NULL,
	numero INT NOT NULL,
	champ_id SMALLINT NOT NULL,
	groupe_id BIGINT NOT NULL,
	acte TINYINT NOT NULL COMMENT '1 begins, 2 is asked by an invitation, 3 ends, 4 had been asked already',
	PRIMARY KEY (import_id, numero, champ_id, groupe_id),
	FOREIGN KEY (import_id, numero, champ_id) REFERENCES import_changement (import_id, numero, champ_id) ON DELETE CASCADE
);

-- Those tried or applied before: whether the person may be put in without asking is asked when they go on.
INSERT INTO import_membre (import_id, numero, champ_id, groupe_id, acte)
SELECT ch.import_id, ch.numero, ch.champ_id, j.v, 1
FROM import_changement ch JOIN champ f ON f.id = ch.champ_id AND f.genre = 'groupe'
JOIN JSON_TABLE(ch.apres_json, '$[*]' COLUMNS (v BIGINT PATH '$')) j
WHERE ch.etat IN (0, 1) AND NOT FIND_IN_SET(j.v, REPLACE(ch.avant, CHAR(31), ','));
INSERT INTO import_membre (import_id, numero, champ_id, groupe_id, acte)
SELECT ch.import_id, ch.numero, ch.champ_id, j.v, 3
FROM import_changement ch JOIN champ f ON f.id = ch.champ_id AND f.genre = 'groupe'
JOIN JSON_TABLE(ch.avant_json, '$[*]' COLUMNS (v BIGINT PATH '$')) j
WHERE ch.etat IN (0, 1) AND NOT FIND_IN_SET(j.v, REPLACE(ch.apres, CHAR(31), ','));
