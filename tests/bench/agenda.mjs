// The agenda over 100,000 dates, 20,000 of them in series, of 300 groups over three years, beside a
// quiet month of the same instance with ten dates: server time of the month, the week and the list.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { cpu, instance, percentile, processes, row, signIn } from './_lib.mjs';

const DATES = Number(process.env.DATES ?? 100000), SERIES = DATES / 5, EACH = 50;
const ROUNDS = Number(process.env.ROUNDS ?? 300), GROUPS = 300, G = 50000, READER = 100001, FIRST = 1000000, GOAL = 30;
const password = 'quatre mots pour mesurer', reader = 'lectrice@mesure.example';
const singles = DATES - SERIES, series = SERIES / EACH, DAYS = 1096;

// 300 groups, a reader in five of them, and a coordinator for each.
function people({ sql, run })
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @haut = (SELECT ensemble_id FROM groupe_type WHERE cle = 'groupe_local');
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id, cadre_id)
		SELECT ${G} + seq, 'groupe', CONCAT('Groupe ', seq), NOW(), NOW(), 4, @haut FROM seq_1_to_${GROUPS};
	INSERT INTO groupe (id, type) SELECT ${G} + seq, 'groupe_local' FROM seq_1_to_${GROUPS};
	INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance) SELECT ${G} + seq, ${G} + seq, 0 FROM seq_1_to_${GROUPS}
		UNION ALL SELECT h.ancetre_id, ${G} + s.seq, h.distance + 1 FROM groupe_arbre h JOIN seq_1_to_${GROUPS} s WHERE h.groupe_id = @haut;
	INSERT INTO public (genre, cle, titre) SELECT n.g, ${G} + seq, 'p' FROM seq_1_to_${GROUPS}
		JOIN (SELECT 'groupe' AS g UNION SELECT 'equipe' UNION SELECT 'prospects' UNION SELECT 'coordination') n;
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		SELECT ${READER} + seq, 'contact', CONCAT('Nom', seq), NOW(), NOW(), 2 FROM seq_0_to_${GROUPS};
	INSERT INTO contact (id, hubspot_id, prenom, nom, email, statut, type_contact, acces, tri)
		SELECT ${READER} + seq, seq + 1, 'Camille', CONCAT('Nom', seq), CONCAT('p', seq, '@mesure.example'), 'confirme', 'benevole', 2,
			CONCAT('nom', seq) FROM seq_0_to_${GROUPS};
	UPDATE contact SET email = '${reader}' WHERE id = ${READER};
	INSERT INTO membre (groupe_id, contact_id, debut, origine, role)
		SELECT ${G} + seq, ${READER} + seq, '2026-01-01', 'plateforme', 'coordination' FROM seq_1_to_${GROUPS}
		UNION ALL SELECT ${G} + seq, ${READER}, '2026-01-01', 'plateforme', 'membre' FROM seq_1_to_5;
	REPLACE INTO reglage VALUES ('acces_refaire', '1');`);
	run(['essaim-admin', 'migrate']);
	run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
}

// Lists as evenement_follow() makes them: the coordination manages; a third of the events are for all
// volunteers, the others for the team of the group.  Then events, dates, and who comes to some.
function events({ sql, run })
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @tous = (SELECT id FROM public WHERE genre = 'statut' AND cle = 'confirme');
	INSERT INTO liste_acces (id, cle) SELECT 900000 + seq, CONCAT('bench:', seq) FROM seq_1_to_${2 * GROUPS};
	INSERT INTO acces SELECT 900000 + g.seq + k.seq * ${GROUPS}, p.id, 3 FROM seq_1_to_${GROUPS} g JOIN seq_0_to_1 k
		JOIN public p ON p.genre = 'coordination' AND p.cle = ${G} + g.seq;
	INSERT INTO acces SELECT 900000 + seq, p.id, 2 FROM seq_1_to_${GROUPS} JOIN public p ON p.genre = 'equipe' AND p.cle = ${G} + seq;
	INSERT INTO acces SELECT 900000 + ${GROUPS} + seq, @tous, 2 FROM seq_1_to_${GROUPS};
	CREATE TEMPORARY TABLE x ENGINE = ARIA SELECT ${FIRST} + seq AS id, 1 + seq MOD ${GROUPS} AS g, seq,
		'2025-06-01' + INTERVAL (seq * 7919) MOD ${DAYS} DAY + INTERVAL 8 + seq MOD 12 HOUR AS debut, seq >= ${singles} AS serie,
		seq MOD 3 = 0 AS tous FROM seq_0_to_${singles + series - 1};
	INSERT INTO objet (id, genre, titre, cree_le, cree_par, modifie_le, cadre_id, liste_id)
		SELECT id, 'evenement', CONCAT('Stand au marché ', seq), NOW(), ${READER} + g, NOW(), ${G} + g, 900000 + g + IF(tous, ${GROUPS}, 0) FROM x;
	INSERT INTO evenement (id, groupe_id, organisateur_id, type, texte, lieu, debut, fin, rrule, visibilite, etat, places)
		SELECT id, ${G} + g, ${READER} + g, '', 'Venez.', 'Place du marché', debut, debut + INTERVAL 2 HOUR,
			IF(serie, 'FREQ=WEEKLY;COUNT=${EACH}', ''), IF(tous, 'benevoles', 'groupes'), 'publie', 20 FROM x;
	INSERT INTO evenement_groupe SELECT id, ${G} + g FROM x;
	INSERT INTO evenement_date (evenement_id, jour, debut, fin, pris)
		SELECT id, DATE(debut), debut, debut + INTERVAL 2 HOUR, seq MOD 21 FROM x WHERE NOT serie
		UNION ALL SELECT id, DATE(debut) + INTERVAL s.seq * 7 DAY, debut + INTERVAL s.seq * 7 DAY,
			debut + INTERVAL s.seq * 7 DAY + INTERVAL 2 HOUR, 5 FROM x JOIN seq_0_to_${EACH - 1} s WHERE serie;
	UPDATE evenement_date d JOIN objet o ON o.id = d.evenement_id SET d.liste_id = o.liste_id;
	INSERT INTO inscription (evenement_id, contact_id, cree_le) SELECT id, ${READER}, NOW() FROM x WHERE g <= 5 AND seq MOD 4 = 0;
	INSERT INTO place (date_id, inscription_id, etat, depuis) SELECT d.id, i.id, 'inscrit', NOW()
		FROM inscription i JOIN evenement_date d ON d.evenement_id = i.evenement_id;
	ANALYZE TABLE objet, evenement, evenement_date, inscription, place, acces, contact_public, membre;`);
	run(['essaim-admin', 'migrate']);
	const all = sql('SELECT COUNT(*) FROM evenement_date'), one = sql(`SELECT COUNT(*) FROM evenement_date
		WHERE debut >= '2026-11-01' AND debut < '2026-12-01'`);

	console.log(`${all.trim()} dates, ${one.trim()} of them in the month that is read`);
}

// Each page in turn: milliseconds by page, as nginx measures the program; then CPU of both.
async function measure(site, cookie, pages)
{
	const log = join(site.dir, 'log', 'access.log'), once = path => fetch(site.url + path, { headers: { cookie } });
	const ask = path => once(path).catch(() => once(path)); // the server has closed what was kept open while the data was made
	const used = () => ['/agenda.fcgi', '/db/my.cnf'].map(what => cpu(processes(site.dir, what)));
	const cpus = [];

	for (let i = 0; i < 10 + ROUNDS; i++)
		for (const page of pages) {
			const reply = await ask(page.path), html = await reply.text();

			if (reply.status !== 200 || !html.includes(page.holds))
				throw new Error(`${page.path}: ${reply.status}, no "${page.holds}"`);
			page.bytes = html.length;
			page.nodes = html.match(/<[a-z]/g).length;
		}
	await new Promise(go => setTimeout(go, 200)); // nginx writes its line after the answer
	const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
	const seen = lines.filter(line => line.includes(' GET /agenda')).slice(-ROUNDS * pages.length);
	const times = pages.map((_, n) => seen.filter((_, i) => i % pages.length === n).map(line => Number(line.split(' ').at(-1)) * 1000));

	for (const page of pages) {
		const before = used();

		for (let i = 0; i < ROUNDS; i++)
			await (await ask(page.path)).text();
		cpus.push(used().map((seconds, i) => (seconds - before[i]) * 1000 / ROUNDS));
	}
	return { times, cpus };
}

const site = await instance('agenda', { ESSAIM_DB_MEMORY: '1G' });
try {
	people(site);
	const { cookie } = await signIn(site.url, reader, password);
	events(site);
	const pages = [
		{ name: 'month, of all', path: '/agenda?vue=mois&mois=2026-11', holds: 'Novembre 2026' },
		{ name: 'month, of my groups', path: '/agenda?vue=mois&mois=2026-11&qui=groupes', holds: 'Novembre 2026' },
		{ name: 'week, of all', path: '/agenda?vue=semaine&du=2026-11-16', holds: 'Lundi' },
		{ name: 'list, of all', path: '/agenda', holds: 'Plus tard' },
		{ name: 'list, one group and period', path: `/agenda?groupe=${G + 2}&du=2026-11-01&au=2026-12-31`, holds: 'Stand' },
		{ name: 'a month without a date', path: '/agenda?vue=mois&mois=2035-11', holds: 'Novembre 2035' },
	];
	const load = loadavg()[0];
	const { times, cpus } = await measure(site, cookie, pages);
	const empty = percentile(times.at(-1), 50);
	row('server time, ms', 'p50', 'p95', 'to empty', 'program', 'mariadb', 'nodes', 'KB');
	for (const [n, { name, bytes, nodes }] of pages.entries())
		row(`  ${name}`, percentile(times[n], 50).toFixed(0), percentile(times[n], 95).toFixed(0), (percentile(times[n], 50) / empty).toFixed(2),
			...cpus[n].map(ms => ms.toFixed(1)), nodes, (bytes / 1024).toFixed(0));
	console.log(`load of the machine: ${load.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after; goal: month p95 < ${GOAL} ms`);
} finally {
	if (!process.env.KEEP)
		site.end();
}
