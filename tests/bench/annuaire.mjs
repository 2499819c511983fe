// The directory's page (rights, filter, 50 rows) at 10,000, 100,000 and 1,000,000 people, beside
// nginx alone and a bare FastCGI program that send the same bytes; CPU by process.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu, freePort, instance, processes, row, signIn } from './_lib.mjs';

const SIZES = (process.env.SIZES ?? '10000,100000,1000000').split(',').map(Number);
const SECONDS = Number(process.env.SECONDS ?? 6);
const GROUPS = 300, FIRST = 100000, CHUNK = 100000;
const password = 'quatre mots pour mesurer', reader = 'lectrice@mesure.example';

const pages = [
	['filter, rights, 50 rows', '/annuaire?competences=photo&par=50'],
	['no filter, 50 rows', '/annuaire?par=50'],
	['a group', '/annuaire?groupe=1010&par=50'],
	['a frequent name', '/annuaire?q=camille&par=50'],
	['a rare name', '/annuaire?q=camille+balacor&par=50'],
	['filter and sort by town', '/annuaire?competences=photo&tri=ville&par=50'],
	['page 100', '/annuaire?par=50&page=100'],
];

// Names made of parts: frequent first names, rare family names.
const words = list => `'${list.split(' ').join("','")}'`;
const pick = (list, expression) => `ELT(1 + (${expression}) MOD ${list.split(' ').length}, ${words(list)})`;
const first = 'Camille Louise Adrien Chloé Nathan Inès Hugo Manon Théo Léa Karim Aïcha Paul Zoé Malik Jeanne Noé Salomé Yanis Élodie';
const part = 'bala cor mira del sano teri vau que lin dor rame pel gau noi ser tavi mon ber chal fou';

function groups(sql)
{
	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		SELECT 1000 + seq, 'groupe', CONCAT('Groupe ', seq), NOW(), NOW(), 4 FROM seq_1_to_${GROUPS};
	INSERT INTO groupe (id, type, champ_id, valeur) SELECT 1000 + seq, 'groupe_local', (SELECT id FROM champ WHERE cle = 'groupe'), seq
		FROM seq_1_to_${GROUPS};
	INSERT INTO public (id, genre, cle, titre) SELECT 1000 + seq, 'groupe', 1000 + seq, 'g' FROM seq_1_to_${GROUPS};
	INSERT INTO public (id, genre, cle, titre) SELECT 2000 + seq, 'coordination', 1000 + seq, 'c' FROM seq_1_to_${GROUPS};
	INSERT INTO liste_acces (id, cle) SELECT 1000 + seq, CONCAT('1:2,1:3,3:4,3:', 2000 + seq) FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT 1000 + seq, 2, 1 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT 1000 + seq, 3, 1 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT 1000 + seq, 4, 3 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT 1000 + seq, 2000 + seq, 3 FROM seq_1_to_${GROUPS};
	INSERT INTO liste_acces (id, cle) SELECT 2000 + seq, CONCAT('1:3,3:4,3:', 2000 + seq) FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT 2000 + seq, 3, 1 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT 2000 + seq, 4, 3 FROM seq_1_to_${GROUPS};
	INSERT INTO acces SELECT 2000 + seq, 2000 + seq, 3 FROM seq_1_to_${GROUPS};`);
}

// People FROM to TO: nine in ten confirmed, the tenth a prospect whom volunteers do not see.
function people(sql, from, to)
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
		SELECT id, 'contact', CONCAT(prenom, ' ', nom), NOW(), NOW(), IF(prospect, 2000, 1000) + g FROM t;
	INSERT INTO contact (id, hubspot_id, prenom, nom, email, telephone, code_postal, ville, statut, type_contact, acces, tri)
		SELECT id, id, prenom, nom, CONCAT('p', id, '@mesure.example'), '', cp, ville, IF(prospect, 'prospect', 'confirme'), 'benevole',
			IF(prospect, 1, 2), CONCAT(${folded('nom')}, ' ', ${folded('prenom')}) FROM t;
	INSERT INTO contact_public SELECT id, IF(prospect, 1, 2) FROM t;
	INSERT INTO contact_public SELECT id, 1000 + g FROM t;
	INSERT INTO membre (groupe_id, contact_id, debut, origine, tri)
		SELECT 1000 + g, id, '2026-01-01', 'hubspot', CONCAT(${folded('nom')}, ' ', ${folded('prenom')}) FROM t;
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

function grow(sql, from, to)
{
	for (let at = from + 1; at <= to; at += CHUNK)
		people(sql, at, Math.min(to, at + CHUNK - 1));
	sql('ANALYZE TABLE objet, contact, contact_public, membre, champ_valeur, contact_mot, acces, liste_acces;');
}

// nginx alone and the bare program, on the bytes of a page; as many processes as the product has.
async function others(dir, html)
{
	const port = await freePort(), at = join(dir, 'bare');

	mkdirSync(at, { recursive: true });
	writeFileSync(join(at, 'page.html'), html);
	execFileSync('cc', ['-O2', '-o', join(at, 'bare'), 'tests/bench/bare.c', '-lfcgi']);
	writeFileSync(join(at, 'nginx.conf'), `user root; worker_processes 2; pid ${at}/nginx.pid; error_log ${at}/error.log; daemon off;
events { worker_connections 1024; }
http { access_log off; types { text/html html; } client_body_temp_path ${at}/b; proxy_temp_path ${at}/p; fastcgi_temp_path ${at}/f;
	uwsgi_temp_path ${at}/u; scgi_temp_path ${at}/s;
	server { listen 127.0.0.1:${port}; root ${at};
		location = /bare { include /etc/nginx/fastcgi_params; fastcgi_pass unix:${at}/bare.sock; fastcgi_buffers 32 8k; } } }`);
	const children = [
		spawn('spawn-fcgi', ['-n', '-s', `${at}/bare.sock`, '--', '/usr/bin/multiwatch', '-f', '2', '--', join(at, 'bare'), join(at, 'page.html')],
			{ stdio: 'ignore' }),
		spawn('nginx', ['-c', join(at, 'nginx.conf'), '-e', join(at, 'error.log')], { stdio: 'ignore' }),
	];
	return { url: `http://127.0.0.1:${port}`, end: () => children.forEach(child => child.kill('SIGTERM')) };
}

// Requests a second and the CPU that each took, in milliseconds by process.
function load(url, cookie, dir)
{
	const used = () => ['/nginx', '/annuaire.fcgi', '/db/my.cnf'].map(what => cpu(processes(dir, what)));
	const before = used();
	const out = execFileSync('wrk', ['-t1', '-c8', `-d${SECONDS}s`, '--latency', '-H', `Cookie: ${cookie}`, url], { encoding: 'utf8' });
	const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]);
	const total = Number(/(\d+) requests in/.exec(out)[1]);

	if (/Non-2xx/.test(out))
		throw new Error(`${url}: ${out}`);
	return { rate, p99: /99%\s+(\S+)/.exec(out)[1],
		cpu: used().map((seconds, i) => ((seconds - before[i]) * 1000 / total).toFixed(2)) };
}

async function read(url, cookie)
{
	const ask = () => fetch(url, { headers: { cookie } });
	const reply = await ask().catch(ask); /* the server has closed what was kept open during the load */
	const html = await reply.text();

	if (reply.status !== 200)
		throw new Error(`${url}: ${reply.status}`);
	return html;
}

const site = await instance('annuaire', { ESSAIM_DB_MEMORY: '2G' });
let bare;
try {
	const main = {};

	site.sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (900, 'contact', 'x', NOW(), NOW(), 3);
		INSERT INTO contact (id, prenom, nom, email, statut, acces, tri) VALUES (900, 'A', 'B', '${reader}', 'confirme', 2, 'b a');
		INSERT INTO contact_public VALUES (900, 2);`);
	groups(site.sql);
	site.run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
	const { cookie } = await signIn(site.url, reader, password);
	row('', 'pages/s', 'p99', 'ratio', 'nginx ms', 'program ms', 'mariadb ms');
	for (const [i, size] of SIZES.entries()) {
		grow(site.sql, i === 0 ? 0 : SIZES[i - 1], size);
		console.log(`${size.toLocaleString('en')} people`);
		for (const [name, path] of pages) {
			const html = await read(site.url + path, cookie);

			if (bare === undefined) {
				bare = await others(site.dir, html);
				main.bytes = html.length;
			}
			const done = load(site.url + path, cookie, site.dir);
			if (name === pages[0][0])
				main[size] = done.rate;
			row(`  ${name}`, done.rate.toFixed(0), done.p99, '', ...done.cpu);
		}
	}
	console.log(`the same ${main.bytes} bytes`);
	const stat = load(`${bare.url}/page.html`, '', site.dir), least = load(`${bare.url}/bare`, '', site.dir);
	row('  nginx, a file', stat.rate.toFixed(0), stat.p99);
	row('  a bare FastCGI program', least.rate.toFixed(0), least.p99);
	for (const size of SIZES)
		row(`the directory of ${size} / the bare program`, '', '', (main[size] / least.rate).toFixed(3));
	row(`the directory of ${SIZES[0]} / of ${SIZES.at(-1)}`, '', '', (main[SIZES[0]] / main[SIZES.at(-1)]).toFixed(2));
} finally {
	bare?.end();
	if (!process.env.KEEP)
		site.end();
}
