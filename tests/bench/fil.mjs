// The feed of a group of 100,000 posts and 1,000,000 comments, beside that of a group of ten posts:
// server time of the first page, of one in the middle, and of a post with 1,000 comments.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { cpu, instance, percentile, processes, row, signIn } from './_lib.mjs';

const POSTS = Number(process.env.POSTS ?? 100000), EACH = 10, LONG = 1000, ROUNDS = Number(process.env.ROUNDS ?? 300);
const BIG = 50000, SMALL = 50001, READER = 100001, MEMBERS = 1000, FIRST = 1000000, GOAL = 25;
const password = 'quatre mots pour mesurer', reader = 'lectrice@mesure.example';
const step = EACH + 1, middle = FIRST + (POSTS >> 1) * step, end = FIRST + (POSTS + 1) * step;

// Two groups with the same thousand members.
function people({ sql, run })
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @haut = (SELECT ensemble_id FROM groupe_type WHERE cle = 'groupe_local');
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id, cadre_id)
		SELECT seq, 'groupe', CONCAT('Groupe ', seq), NOW(), NOW(), 4, @haut FROM seq_${BIG}_to_${SMALL};
	INSERT INTO groupe (id, type) SELECT seq, 'groupe_local' FROM seq_${BIG}_to_${SMALL};
	INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance) SELECT seq, seq, 0 FROM seq_${BIG}_to_${SMALL}
		UNION ALL SELECT h.ancetre_id, s.seq, h.distance + 1 FROM groupe_arbre h JOIN seq_${BIG}_to_${SMALL} s WHERE h.groupe_id = @haut;
	INSERT INTO public (genre, cle, titre) SELECT n.g, seq, 'p' FROM seq_${BIG}_to_${SMALL}
		JOIN (SELECT 'groupe' AS g UNION SELECT 'equipe' UNION SELECT 'prospects' UNION SELECT 'coordination') n;
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		SELECT ${READER} + seq, 'contact', CONCAT('Nom', seq), NOW(), NOW(), 2 FROM seq_0_to_${MEMBERS - 1};
	INSERT INTO contact (id, hubspot_id, prenom, nom, email, statut, type_contact, acces, tri)
		SELECT ${READER} + seq, seq + 1, 'Camille', CONCAT('Nom', seq), CONCAT('p', seq, '@mesure.example'), 'confirme', 'benevole', 2,
			CONCAT('nom', seq) FROM seq_0_to_${MEMBERS - 1};
	UPDATE contact SET email = '${reader}' WHERE id = ${READER};
	INSERT INTO membre (groupe_id, contact_id, debut, origine, role) SELECT g.seq, ${READER} + p.seq, '2026-01-01', 'plateforme',
		IF(p.seq = 1, 'coordination', 'membre') FROM seq_${BIG}_to_${SMALL} g JOIN seq_0_to_${MEMBERS - 1} p;
	REPLACE INTO reglage VALUES ('acces_refaire', '1');`);
	run(['essaim-admin', 'migrate']);
	run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
}

// Posts AT to AT + N of GROUP, each with ten comments of which a third are answers.
function posts(sql, group, at, n)
{
	const words = 'Nous tenons un stand samedi sur la place, **venez** avec le barnum et un thermos.';
	const author = `${READER} + seq MOD ${MEMBERS}`, when = `NOW() - INTERVAL ${end + 20 * LONG} - id SECOND`;

	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @liste = (SELECT MAX(liste_id) FROM objet WHERE genre = 'publication' AND cadre_id = ${group});
	CREATE TEMPORARY TABLE p ENGINE = ARIA SELECT ${at} + seq * ${step} AS id, seq FROM seq_0_to_${n - 1};
	CREATE TEMPORARY TABLE c ENGINE = ARIA SELECT p.id + k.seq AS id, p.id AS sur, p.id + k.seq - IF(k.seq MOD 3 = 0, 1, 0) AS racine, p.seq * 7 + k.seq AS seq
		FROM p JOIN seq_1_to_${EACH} k;
	${fill('@liste', group, author, when, words)}
	DROP TABLE p, c;`);
}

// What the code writes for the posts of p and the comments of c; but no words of comments for the
// search, which no page of the feed reads and which take minutes to index.
const fill = (list, group, author, when, words) => `
	INSERT INTO objet (id, genre, titre, cree_le, cree_par, modifie_le, cadre_id, liste_id)
		SELECT id, 'publication', 'Nous tenons un stand', ${when}, ${author}, NOW(), ${group}, ${list} FROM p
		UNION ALL SELECT id, 'commentaire', 'Je viens', ${when}, ${author}, NOW(), ${group}, ${list} FROM c;
	INSERT INTO publication (id, groupe_id, genre, titre, texte, joints)
		SELECT id, ${group}, 'message', CONCAT('Stand ', seq), '${words}', seq MOD 5 = 0 FROM p;
	INSERT INTO objet_lien (objet_id, titre, url) SELECT id, 'Le plan', 'https://exemple.org/plan' FROM p WHERE seq MOD 5 = 0;
	INSERT INTO reaction_total SELECT id, k.seq, 3 FROM p JOIN seq_1_to_3 k;
	INSERT INTO reaction SELECT id, k.seq, ${READER} + k.seq + q.seq FROM p JOIN seq_1_to_3 k JOIN seq_0_to_2 q;
	INSERT INTO commentaire (id, sur_id, racine_id, texte) SELECT id, sur, racine, 'Je viens, avec *deux* amies.' FROM c;
	REPLACE INTO discussion SELECT sur_id, COUNT(*), MAX(id) - 1, MAX(id) FROM commentaire WHERE sur_id IN (SELECT sur FROM c) GROUP BY sur_id;
	INSERT INTO recherche (objet_id, titre, corps) SELECT id, CONCAT('stand ', seq), 'nous tenons un stand samedi sur la place venez avec le barnum' FROM p;`;

// A thousand comments more under the post in the middle.
function long(sql)
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @liste = (SELECT liste_id FROM objet WHERE id = ${middle});
	CREATE TEMPORARY TABLE p ENGINE = ARIA SELECT 0 AS id, 0 AS seq LIMIT 0;
	CREATE TEMPORARY TABLE c ENGINE = ARIA SELECT ${end} + seq AS id, ${middle} AS sur, ${end} + seq - seq MOD 4 AS racine, seq FROM seq_1_to_${LONG - EACH};
	${fill('@liste', BIG, `${READER} + seq MOD ${MEMBERS}`, 'NOW()', '')}`);
}

// Each page in turn, so that what else the machine does falls on all alike: milliseconds by page, as
// nginx measures the program; then the CPU of the program and of MariaDB, ROUNDS times the page.
async function measure(site, cookie, pages)
{
	const log = join(site.dir, 'log', 'access.log'), once = path => fetch(site.url + path, { headers: { cookie } });
	const ask = path => once(path).catch(() => once(path)); // the server has closed what was kept open while the data was made
	const used = () => ['/groupes.fcgi', '/db/my.cnf'].map(what => cpu(processes(site.dir, what)));
	const lines = () => readFileSync(log, 'utf8').trimEnd().split('\n');
	const cpus = [];

	for (let i = 0; i < 10 + ROUNDS; i++)
		for (const page of pages) {
			const reply = await ask(page.path), html = await reply.text();

			if (reply.status !== 200 || !html.includes(page.holds))
				throw new Error(`${page.path}: ${reply.status}, no "${page.holds}"`);
			page.bytes = html.length;
		}
	await new Promise(go => setTimeout(go, 200)); // nginx writes its line after the answer
	const seen = lines().filter(line => line.includes(' GET /groupes/')).slice(-ROUNDS * pages.length);
	const times = pages.map((_, n) => seen.filter((_, i) => i % pages.length === n).map(line => Number(line.split(' ').at(-1)) * 1000));

	for (const page of pages) {
		const before = used();

		for (let i = 0; i < ROUNDS; i++)
			await (await ask(page.path)).text();
		cpus.push(used().map((seconds, i) => (seconds - before[i]) * 1000 / ROUNDS));
	}
	return { times, cpus };
}

const site = await instance('fil', { ESSAIM_DB_MEMORY: '1G' });
try {
	people(site);
	const { cookie } = await signIn(site.url, reader, password);
	const page = await fetch(`${site.url}/compte`, { headers: { cookie } }).then(r => r.text());
	const csrf = /name="csrf" value="([^"]*)"/.exec(page)[1];
	for (const group of [BIG, SMALL]) { // the first post makes the list of access that the others bear
		const reply = await fetch(`${site.url}/groupes/${group}/publications`, { method: 'POST', redirect: 'manual', headers: { cookie },
			body: new URLSearchParams({ csrf, texte: 'Bienvenue' }) });

		if (reply.status !== 303)
			throw new Error(`the first post was answered ${reply.status}`);
	}
	const began = performance.now();
	for (let at = 0; at < POSTS; at += 20000)
		posts(site.sql, BIG, FIRST + at * step, Math.min(20000, POSTS - at));
	long(site.sql);
	posts(site.sql, SMALL, end + 10 * LONG, 10);
	site.sql('ANALYZE TABLE objet, publication, commentaire, discussion, reaction, reaction_total, acces, contact_public, membre;');
	console.log(`${POSTS} posts and ${POSTS * EACH + LONG} comments made in ${Math.round((performance.now() - began) / 1000)} s`);

	const small = end + 10 * LONG + 9 * step;
	const pages = [
		{ name: 'feed, first page', path: `/groupes/${BIG}`, holds: 'Voir la suite du fil' },
		{ name: 'feed, in the middle', path: `/groupes/${BIG}?avant=${middle}`, holds: 'Voir la suite du fil' },
		{ name: `a post with ${LONG} comments`, path: `/groupes/${BIG}/publications/${middle}`, holds: 'commentaires précédents' },
		{ name: 'group of 10 posts: first page', path: `/groupes/${SMALL}`, holds: 'Voir la suite du fil' },
		{ name: 'group of 10 posts: second page', path: `/groupes/${SMALL}?avant=${small - 4 * step}`, holds: 'Stand' },
		{ name: 'group of 10 posts: a post, 10 comments', path: `/groupes/${SMALL}/publications/${small}`, holds: 'Je viens' },
	];
	const load = loadavg()[0];
	const { times, cpus } = await measure(site, cookie, pages);
	row('server time, ms', 'p50', 'p95', 'p50 ratio', 'program', 'mariadb', 'KB');
	for (const [n, { name, bytes }] of pages.entries())
		row(`  ${name}`, percentile(times[n], 50).toFixed(0), percentile(times[n], 95).toFixed(0),
			n < 3 ? (percentile(times[n], 50) / percentile(times[n + 3], 50)).toFixed(2) : '', ...cpus[n].map(ms => ms.toFixed(1)), (bytes / 1024).toFixed(0));
	console.log(`load of the machine: ${load.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after; goal: p95 < ${GOAL} ms`);
} finally {
	if (!process.env.KEEP)
		site.end();
}
