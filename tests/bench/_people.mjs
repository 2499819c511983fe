// A million invented people, made by SQL alone: groups, values, words, publics and lists.
const GROUPS = 300, FIRST = 100000, CHUNK = 100000, CRM = 900000000000;

// Names made of parts: frequent first names, rare family names.
const words = list => `'${list.split(' ').join("','")}'`;
const pick = (list, expression) => `ELT(1 + (${expression}) MOD ${list.split(' ').length}, ${words(list)})`;
const first = 'Camille Louise Adrien Chloé Nathan Inès Hugo Manon Théo Léa Karim Aïcha Paul Zoé Malik Jeanne Noé Salomé Yanis Élodie';
const part = 'bala cor mira del sano teri vau que lin dor rame pel gau noi ser tavi mon ber chal fou';

// Their ids begin at AT, those of their publics and lists too: above what a base that lives has.
export function groups(sql, at = 1000)
{
	const team = at + 1000;

	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		SELECT ${at} + seq, 'groupe', CONCAT('Groupe ', seq), NOW(), NOW(), 4 FROM seq_1_to_${GROUPS};
	INSERT INTO groupe (id, type, champ_id, valeur) SELECT ${at} + seq, 'groupe_local', (SELECT id FROM champ WHERE cle = 'groupe'), seq
		FROM seq_1_to_${GROUPS};
	INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance) SELECT ${at} + seq, ${at} + seq, 0 FROM seq_1_to_${GROUPS};
	INSERT INTO public (id, genre, cle, titre) SELECT ${at} + seq, 'groupe', ${at} + seq, 'g' FROM seq_1_to_${GROUPS};
	INSERT INTO public (id, genre, cle, titre) SELECT ${team} + seq, 'coordination', ${at} + seq, 'c' FROM seq_1_to_${GROUPS};
	INSERT INTO liste_acces (id, cle) SELECT ${at} + seq, CONCAT('1:2,1:3,3:4,3:', ${team} + seq) FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT ${at} + seq, 2, 1 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT ${at} + seq, 3, 1 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT ${at} + seq, 4, 3 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT ${at} + seq, ${team} + seq, 3 FROM seq_1_to_${GROUPS};
	INSERT INTO liste_acces (id, cle) SELECT ${team} + seq, CONCAT('1:3,3:4,3:', ${team} + seq) FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT ${team} + seq, 3, 1 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT ${team} + seq, 4, 3 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT ${team} + seq, ${team} + seq, 3 FROM seq_1_to_${GROUPS};`);
}

// People FROM to TO: nine in ten confirmed, the tenth a prospect whom volunteers do not see.
function people(sql, from, to, at)
{
	const mix = '(seq * 2654435761 MOD 4294967296) DIV 64';
	const seq = `seq_${from}_to_${to}`;
	const folded = expression => `REPLACE(REPLACE(REPLACE(REPLACE(LOWER(${expression}), 'é', 'e'), 'ï', 'i'), 'è', 'e'), 'ë', 'e')`;

	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	CREATE TEMPORARY TABLE t ENGINE = ARIA SELECT ${FIRST} + seq AS id, 1 + ${mix} MOD ${GROUPS} AS g, seq MOD 10 = 3 AS prospect,
		${pick(first, `${mix} DIV 300`)} AS prenom,
		CONCAT(${pick(part, `${mix} DIV 7000`)}, ${pick(part, `${mix} DIV 140000`)}, ${pick(part, `${mix} DIV 2800000`)},
			LOWER(CONV(seq DIV 4000, 10, 36))) AS nom,
		LPAD(${mix} MOD 95000, 5, '0') AS cp, CONCAT('Ville', ${mix} MOD 3000) AS ville, ${mix} MOD 15 AS c1, ${mix} MOD 97 AS c2
		FROM ${seq};
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		SELECT id, 'contact', CONCAT(prenom, ' ', nom), NOW(), NOW(), ${at} + g + IF(prospect, 1000, 0) FROM t;
	INSERT INTO contact (id, hubspot_id, prenom, nom, email, telephone, code_postal, ville, statut, type_contact, acces, tri)
		SELECT id, ${CRM} + id, prenom, nom, CONCAT('p', id, '@mesure.example'), '', cp, ville, IF(prospect, 'prospect', 'confirme'), 'benevole',
			IF(prospect, 1, 2), CONCAT(${folded('nom')}, ' ', ${folded('prenom')}) FROM t;
	INSERT INTO contact_public SELECT id, IF(prospect, 1, 2) FROM t;
	INSERT INTO contact_public SELECT id, ${at} + g FROM t;
	INSERT INTO membre (groupe_id, contact_id, debut, origine, tri)
		SELECT ${at} + g, id, DATE('2026-01-01') - INTERVAL id MOD 3000 DAY, 'hubspot', CONCAT(${folded('nom')}, ' ', ${folded('prenom')}) FROM t;
	INSERT INTO champ_valeur (contact_id, champ_id, valeur, tri)
		SELECT t.id, f.id, o.valeur, CONCAT(${folded('t.nom')}, ' ', ${folded('t.prenom')}) FROM t
		JOIN champ f ON f.cle IN ('competences', 'disponibilites', 'appetences')
		JOIN champ_option o ON o.champ_id = f.id AND (o.ordre = 1 + t.c1 OR o.ordre = 1 + t.c2 MOD 8);
	INSERT INTO contact_mot (mot, champ_id, contact_id)
		SELECT * FROM (SELECT ${folded('prenom')} AS mot, (SELECT id FROM champ WHERE cle = 'prenom') AS f, id FROM t
			UNION SELECT ${folded('nom')}, (SELECT id FROM champ WHERE cle = 'nom'), id FROM t
			UNION SELECT CONCAT('p', id, '@mesure.example'), (SELECT id FROM champ WHERE cle = 'email'), id FROM t
			UNION SELECT cp, (SELECT id FROM champ WHERE cle = 'code_postal'), id FROM t
			UNION SELECT LOWER(ville), (SELECT id FROM champ WHERE cle = 'ville'), id FROM t) w ORDER BY 1, 2, 3;`);
}

export function grow(sql, from, to, at = 1000)
{
	for (let next = from + 1; next <= to; next += CHUNK)
		people(sql, next, Math.min(to, next + CHUNK - 1), at);
	sql('ANALYZE TABLE objet, contact, contact_public, membre, champ_valeur, contact_mot, acces, liste_acces;');
}
