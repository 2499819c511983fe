// The directory's page (rights, filter, 50 rows) at 10,000, 100,000 and 1,000,000 people, beside
// nginx alone and a bare FastCGI program that send the same bytes; CPU by process.
import { execFileSync } from 'node:child_process';
import { bareProgram, cpu, instance, processes, row, signIn } from './_lib.mjs';
import { groups, grow } from './_people.mjs';

const SIZES = (process.env.SIZES ?? '10000,100000,1000000').split(',').map(Number);
const SECONDS = Number(process.env.SECONDS ?? 6);
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
				bare = await bareProgram(site.dir, html);
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
