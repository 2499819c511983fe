// The archive of 2,000 letters, read by a volunteer: the list, a year, a month, a search of words of
// the body that few and that many letters have: server time, as nginx measures the program, and the
// processor's time of the database, of the program (with those it has ended) and of nginx.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu, instance, percentile, processes, row, signIn } from './_lib.mjs';

const LETTERS = Number(process.env.LETTERS ?? 2000), ROUNDS = Number(process.env.ROUNDS ?? 300);
const READER = 100001, FIRST = 1000000, GOAL = 20;
const password = 'quatre mots pour mesurer', reader = 'lectrice@mesure.example';

// A third of the letters say "plancher", one in two hundred "fresque"; each has some 4 KB of words.
function letters({ sql, run })
{
	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (${READER}, 'contact', 'Lectrice', NOW(), NOW(), 2);
	INSERT INTO contact (id, hubspot_id, prenom, nom, email, statut, type_contact, acces, tri)
		VALUES (${READER}, 1, 'Camille', 'Lectrice', '${reader}', 'confirme', 'benevole', 2, 'lectrice');
	REPLACE INTO reglage VALUES ('acces_refaire', '1');`);
	run(['essaim-admin', 'migrate']);
	run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
	sql(`INSERT INTO liste_acces (id, cle) VALUES (900001, 'bench:lettres');
	INSERT INTO acces SELECT 900001, id, 1 FROM public WHERE genre = 'statut' AND cle = 'confirme';
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		SELECT ${FIRST} + seq, 'lettre', CONCAT('Lettre de la semaine ', seq), NOW(), NOW(), 900001 FROM seq_1_to_${LETTERS};
	INSERT INTO lettre (id, etat, apercu, commence_le, fini_le, total, envoyes)
		SELECT ${FIRST} + seq, 'envoyee', 'Ce qui compte', '2026-11-27 08:00:00' - INTERVAL seq DAY, NOW(), 1000, 1000
		FROM seq_1_to_${LETTERS};
	INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite)
		SELECT ${FIRST} + seq, 1, 'texte', CONCAT(REPEAT('Cette semaine les groupes locaux se retrouvent et préparent la suite. ', 40),
			IF(seq MOD 3 = 0, 'Le plancher se joue à douze voix. ', ''), IF(seq MOD 200 = 0, 'La boutique affiche une fresque. ', ''),
			REPEAT('On y parle de stands, de formations, de rencontres et de campagnes. ', 20)), '' FROM seq_1_to_${LETTERS};
	INSERT INTO recherche (objet_id, titre, corps, texte) SELECT ${FIRST} + seq, '', '', '' FROM seq_1_to_${LETTERS};
	REPLACE INTO reglage VALUES ('ecrits_refaire', '1');`);
	run(['essaim-admin', 'migrate']);
	sql('ANALYZE TABLE objet, lettre, recherche, acces, contact_public;');
}

const site = await instance('lettres', { ESSAIM_DB_MEMORY: '512M' });
try {
	letters(site);
	const { cookie } = await signIn(site.url, reader, password);
	const pages = [
		['list', '/lettres', 'Lettre de la semaine'],
		['a later page', '/lettres?page=60', 'Lettre de la semaine'],
		['a year', '/lettres?annee=2025', 'de 2025'],
		['a month', '/lettres?annee=2025&mois=3', 'de mars 2025'],
		['a word that few have', '/lettres?q=fresque', '<mark>'],
		['a word that many have', '/lettres?q=plancher', '<mark>'],
		['two words, a year', '/lettres?q=douze+voix&annee=2025', '<mark>'],
	];
	const log = join(site.dir, 'log', 'access.log');

	const db = [Number(readFileSync(join(site.dir, 'db', 'mariadbd.pid'), 'utf8'))];
	const used = () => [cpu(db), cpu(processes(site.dir, 'lettres.fcgi')), cpu(processes(site.dir, 'nginx'))];

	row('ms a page', 'p50', 'p95', 'CPU MariaDB', 'program', 'nginx');
	for (const [name, path, holds] of pages) {
		let before;

		for (let i = 0; i < 10 + ROUNDS; i++) {
			if (i === 10)
				before = used();
			const once = () => fetch(site.url + path, { headers: { cookie } });
			const reply = await once().catch(once), html = await reply.text();

			if (reply.status !== 200 || !html.includes(holds))
				throw new Error(`${path}: ${reply.status}, no "${holds}"`);
		}
		const after = used();

		await new Promise(go => setTimeout(go, 200)); // nginx writes its line after the answer
		const times = readFileSync(log, 'utf8').trimEnd().split('\n').filter(line => line.includes(' GET /lettres'))
			.slice(-ROUNDS).map(line => Number(line.split(' ').at(-1)) * 1000);

		row(`  ${name}`, percentile(times, 50).toFixed(0), percentile(times, 95).toFixed(0),
			...after.map((seconds, i) => ((seconds - before[i]) / ROUNDS * 1000).toFixed(1)));
	}
	console.log(`goal: p95 < ${GOAL} ms over ${LETTERS} letters`);
} finally {
	if (!process.env.KEEP)
		site.end();
}
