// Segments of six conditions over a million people, counted and listed, beside the best SQL that we
// could write by hand for each, with the same rights.  Each run asks for other values: no total is
// known already.
import { instance, median, percentile, row, signIn } from './_lib.mjs';
import { groups, grow } from './_people.mjs';

const SIZE = Number(process.env.SIZE ?? 1000000), RUNS = Number(process.env.RUNS ?? 40);
const password = 'quatre mots pour mesurer', reader = 'equipe@mesure.example';
const dep = i => String(1 + i * 7 % 94).padStart(2, '0');
const comp = i => ['photo', 'video', 'redaction', 'reseaux_sociaux', 'graphisme', 'prise_de_parole', 'animation', 'logistique'][i % 8];
const many = i => Array.from({ length: 10 }, (_, k) => 1001 + (i * 10 + k) % 300);
const leaf = (sujet, op, ...v) => ({ sujet, op, v: v.map(String) });
const group = (lien, ...si) => ({ lien, si });
const rights = `c.retire_le IS NULL AND c.statut <> 'ancien' AND EXISTS (SELECT 1 FROM acces a JOIN contact_public p ON p.public_id = a.public_id
	WHERE a.liste_id = o.liste_id AND p.contact_id = 901 AND a.droit >= 1)`;
const has = (cle, ...valeurs) => `EXISTS (SELECT 1 FROM champ_valeur v WHERE v.contact_id = c.id
	AND v.champ_id = (SELECT id FROM champ WHERE cle = '${cle}') AND v.valeur IN ('${valeurs.join("','")}'))`;

// name, the conditions of run i, the same by hand
const cases = [
	['a département, skills, times, wishes, no account', i => group('toutes', leaf('code_postal', 'commence', dep(i)),
		leaf('competences', 'parmi', comp(i), comp(i + 1)), leaf('statut', 'parmi', 'confirme'),
		leaf('disponibilites', 'hors', 'soir'), group('une', leaf('appetences', 'parmi', 'sport'), leaf('prenom', 'commence', 'Ca'))),
	i => `FROM contact c JOIN objet o ON o.id = c.id WHERE c.code_postal LIKE '${dep(i)}%' AND c.statut = 'confirme'
		AND ${has('competences', comp(i), comp(i + 1))} AND NOT ${has('disponibilites', 'soir')}
		AND (${has('appetences', 'sport')} OR c.prenom LIKE 'Ca%') AND ${rights}`],
	['ten groups, skills, times, wishes, one of two', i => group('toutes', leaf('groupe', 'membre', ...many(i)),
		leaf('competences', 'rempli'), leaf('disponibilites', 'hors', 'soir'), leaf('statut', 'parmi', 'confirme'),
		group('une', leaf('appetences', 'parmi', 'plaidoyer', 'sport'), leaf('ville', 'commence', 'Ville1'))),
	i => `FROM (SELECT DISTINCT contact_id AS id FROM membre WHERE groupe_id IN (${many(i)}) AND fin IS NULL) m
		JOIN contact c ON c.id = m.id JOIN objet o ON o.id = c.id WHERE c.statut = 'confirme'
		AND EXISTS (SELECT 1 FROM champ_valeur v WHERE v.contact_id = c.id AND v.champ_id = (SELECT id FROM champ WHERE cle = 'competences'))
		AND NOT ${has('disponibilites', 'soir')} AND (${has('appetences', 'plaidoyer', 'sport')} OR c.ville LIKE 'Ville1%') AND ${rights}`],
	['nothing rare: one skill in fifteen, the rest frequent', i => group('toutes', leaf('competences', 'parmi', comp(i)),
		leaf('statut', 'parmi', 'confirme'), leaf('disponibilites', 'vide'), leaf('ville', 'contient', 'e' + i % 10),
		group('aucune', leaf('prenom', 'commence', 'Ca'), leaf('appetences', 'parmi', 'sport'))),
	i => `FROM champ_valeur d JOIN contact c ON c.id = d.contact_id JOIN objet o ON o.id = c.id
		WHERE d.champ_id = (SELECT id FROM champ WHERE cle = 'competences') AND d.valeur = '${comp(i)}' AND c.statut = 'confirme'
		AND c.ville LIKE '%e${i % 10}%' AND c.prenom NOT LIKE 'Ca%' AND NOT EXISTS (SELECT 1 FROM champ_valeur v
		WHERE v.contact_id = c.id AND v.champ_id = (SELECT id FROM champ WHERE cle = 'disponibilites')) AND NOT ${has('appetences', 'sport')}
		AND ${rights}`],
];

const site = await instance('segments', { ESSAIM_DB_MEMORY: '2G' });
try {
	site.sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (901, 'contact', 'x', NOW(), NOW(), 3);
		INSERT INTO contact (id, prenom, nom, email, type_contact, acces, tri) VALUES (901, 'A', 'B', '${reader}', 'salarie', 3, 'b a');
		INSERT INTO contact_public VALUES (901, 3);`);
	groups(site.sql);
	site.run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
	const { cookie } = await signIn(site.url, reader, password);
	const ask = async path => {
		const began = performance.now();
		const reply = await fetch(site.url + path, { headers: { cookie } });
		const json = await reply.json();

		if (reply.status !== 200)
			throw new Error(`${path}: ${reply.status}`);
		return { ms: performance.now() - began, json };
	};
	const hand = (sql, i) => {
		const out = site.sql(`SET optimizer_switch = 'exists_to_in=off'; SET @t = SYSDATE(6); SELECT COUNT(*) INTO @n ${sql(i)};
			SELECT @n, TIMESTAMPDIFF(MICROSECOND, @t, SYSDATE(6)) / 1000;`).trim().split('\t').map(Number);
		return { n: out[0], ms: out[1] };
	};

	grow(site.sql, 0, SIZE);
	console.log(`${SIZE.toLocaleString('en')} people, ${RUNS} runs, milliseconds`);
	row('', 'found', 'p50', 'p95', 'SQL p50', 'SQL p95', 'ratio p50');
	for (const [name, tree, sql] of cases) {
		const got = [], best = [], list = [];
		let n = 0;

		for (let i = 0; i < RUNS; i++) {
			const si = encodeURIComponent(JSON.stringify(tree(i)));
			const { n: wanted, ms: sqlMs } = hand(sql, i);
			const { ms, json } = await ask(`/annuaire.json?par=1&si=${si}`);

			if (json.total !== wanted)
				throw new Error(`${name}, run ${i}: ${json.total} people, ${wanted} by hand`);
			n += json.total / RUNS;
			got.push(ms);
			best.push(sqlMs);
			list.push((await ask(`/annuaire.json?par=50&page=2&si=${si}`)).ms);
		}
		row(`  ${name}`, Math.round(n), ...[50, 95].map(p => percentile(got, p).toFixed(0)),
			...[50, 95].map(p => percentile(best, p).toFixed(0)), (median(got) / median(best)).toFixed(2));
		row('    the second page of fifty', '', ...[50, 95].map(p => percentile(list, p).toFixed(0)));
	}
} finally {
	if (!process.env.KEEP)
		site.end();
}
