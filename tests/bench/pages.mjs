// Every main page of a site that is lived in: CPU by process, statements, bytes; beside a bare FastCGI
// program that sends the bytes of the directory's page.  Rounds are interleaved: what else the machine
// does falls on all alike, and only ratios count.  PEOPLE=1400,100000 chooses the sizes; the bases stay
// in var/bench.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { bareProgram, finely, instance, median, percentile, processes, row, signIn } from './_lib.mjs';
import { live, RECIPE } from './_lived.mjs';

const SIZES = (process.env.PEOPLE ?? '1400,100000').split(',').map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 9), EACH = Number(process.env.EACH ?? 40);
const WRITES = Number(process.env.WRITES ?? 400), RATE = 50;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

// What the issue asks: statements at most; CPU at most so many times that of another page.
const PAGES = [
	{ name: 'directory', who: 'benP', path: '/annuaire?par=50', statements: 8, ceiling: ['bare', 5] },
	{ name: 'a frequent name', who: 'benP', path: '/annuaire?par=50&q=camille', statements: 8, ceiling: ['directory', 1.5] },
	{ name: 'a rare name', who: 'benP', path: '/annuaire?par=50&q=:rare', statements: 8, ceiling: ['directory', 1.5] },
	{ name: 'page 100', who: 'benP', path: '/annuaire?par=50&page=100', statements: 8, ceiling: ['directory', 1.5] },
	{ name: 'page 10', who: 'benP', path: '/annuaire?par=50&page=10', statements: 8, ceiling: ['directory', 1.5] },
	{ name: 'home', who: 'benP', path: '/', statements: 8 },
	{ name: 'group', who: 'benP', path: '/groupes/:group', statements: 8 },
	{ name: 'contact', who: 'benP', path: '/contacts/:coop', statements: 8 },
	{ name: 'messages', who: 'benP', path: '/messages', statements: 8 },
	{ name: 'notifications', who: 'benP', path: '/notifications', statements: 8 },
	{ name: 'agenda', who: 'benP', path: '/agenda', statements: 8 },
	{ name: 'letters', who: 'benP', path: '/lettres', statements: 8 },
	{ name: 'news', who: 'benP', path: '/actualites', statements: 8 },
	{ name: 'search "climat"', who: 'benP', path: '/recherche?q=climat', statements: 8, ceiling: ['directory', 2] },
	{ name: 'dashboard', who: 'sal', path: '/tableau-de-bord', statements: 12 },
];

const get = (url, cookie, body, headers = {}) => new Promise((go, fail) => {
	const asked = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers: { cookie, ...headers } }, reply => {
		const parts = [];

		reply.on('data', part => parts.push(part)).on('end', () => go({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(parts) }));
	});

	asked.on('error', fail).end(body);
});
const again = (...args) => get(...args).catch(() => get(...args)); // the server has closed what was kept open meanwhile

// Statements that a page takes, as its area has logged them: a process that has just begun reads its
// models besides, so the least of a few.
async function statements(dir, { url, cookie })
{
	const { pathname } = new URL(url);
	const area = pathname === '/' ? 'accueil' : pathname.split('/')[1].replaceAll('-', '_');
	const lines = () => readFileSync(join(dir, 'log', `${area}.log`), 'utf8').split('\n').filter(line => line.includes(` path=${pathname} `));
	const before = lines().length;

	for (let i = 0; i < 6; i++)
		await again(url, cookie);
	await new Promise(go => setTimeout(go, 200)); // the line is written once the reply has left
	return Math.min(...lines().slice(before).map(line => Number(/ sql=(\d+)/.exec(line)[1])));
}

const KINDS = ['program', 'mariadbd', 'nginx'];
const WORDS = { program: '.fcgi', mariadbd: '/db/my.cnf', nginx: 'nginx' };

// CPU seconds of each process of an instance, by kind: areas end processes and begin others.
const used = ({ dir, names }) => Object.fromEntries(Object.entries(names).map(([kind, word]) =>
	[kind, new Map(processes(dir, word).map(pid => [pid, finely(pid)]))]));
const between = (before, after) => Object.fromEntries(Object.entries(after).map(([kind, pids]) =>
	[kind, [...pids].reduce((sum, [pid, seconds]) => sum + seconds - (before[kind].get(pid) ?? 0), 0)]));

// ROUNDS times all pages in turn, EACH requests of each: milliseconds of CPU a request by kind.
async function measure(targets)
{
	for (const target of targets)
		target.rounds = [];
	for (let round = -1; round < ROUNDS; round++)
		for (const target of targets) {
			const n = round < 0 ? 12 : EACH; // each process of the area has read its model, and its plans, once
			const before = used(target);

			for (let i = 0; i < n; i++) {
				const reply = await again(target.url, target.cookie);

				if (reply.status !== 200)
					throw new Error(`${target.url}: ${reply.status}`);
				target.bytes = reply.body.length;
			}
			if (round >= 0)
				target.rounds.push(Object.fromEntries(Object.entries(between(before, used(target))).map(([kind, seconds]) => [kind, seconds * 1000 / n])));
		}
	for (const target of targets) {
		const sums = target.rounds.map(one => Object.values(one).reduce((a, b) => a + b, 0));

		target.ms = median(sums);
		target.spread = [percentile(sums, 25), percentile(sums, 75)];
		target.by = Object.fromEntries(Object.keys(target.rounds[0]).map(kind => [kind, median(target.rounds.map(one => one[kind]))]));
	}
}

const ms = value => value === undefined ? '' : value.toFixed(2);

function table(targets)
{
	row('', 'CPU ms', 'from', 'to', ...KINDS, 'sql', 'bytes', '/ bare');
	for (const one of targets)
		row(`  ${one.name}`, ms(one.ms), ...one.spread.map(ms), ...KINDS.map(kind => ms(one.by[kind])), one.sql ?? '', one.bytes,
			(one.ms / targets[0].ms).toFixed(1));
}

// The targets of the issue that are asked of one size.
function judged(targets)
{
	const of = name => targets.find(one => one.name === name);

	row('', 'asked', 'is', 'met');
	for (const { name, sql, statements: most, ms: cost, ceiling } of targets.filter(one => one.statements)) {
		row(`  ${name}: statements`, `<= ${most}`, sql, sql <= most ? 'yes' : 'NO');
		if (ceiling) {
			const ratio = cost / of(ceiling[0]).ms;

			row(`  ${name}: CPU / ${ceiling[0]}`, `<= ${ceiling[1]}`, ratio.toFixed(2), ratio <= ceiling[1] ? 'yes' : 'NO');
		}
	}
}

// RATE a second of one act, whether answered or not; what each waited for.
async function writes(name, n, one)
{
	const times = [], status = new Map(), began = performance.now();
	const all = Array.from({ length: n }, async (_, i) => {
		await new Promise(go => setTimeout(go, i * 1000 / RATE));
		const from = performance.now(), got = await one(i);

		times.push(performance.now() - from);
		status.set(got, (status.get(got) ?? 0) + 1);
	});

	await Promise.all(all);
	row(`  ${name}`, percentile(times, 50).toFixed(1), percentile(times, 99).toFixed(1), (n * 1000 / (performance.now() - began)).toFixed(0),
		[...status].map(([code, count]) => `${code}: ${count}`).join(' '), percentile(times, 99) < 20 ? 'yes' : 'NO');
}

async function write(site, cookie, ids)
{
	const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };
	const many = new Agent({ keepAlive: true, maxSockets: 32 });
	const csrf = /name="csrf" value="([^"]*)"/.exec((await again(`${site.url}/compte`, cookie)).body)[1];
	const post = (path, fields) => new Promise((go, fail) => {
		const asked = request(site.url + path, { agent: many, method: 'POST', headers: { cookie, ...form.headers } }, reply => reply.resume().on('end', () => go(reply.statusCode)));

		asked.on('error', fail).end(String(new URLSearchParams({ csrf, ...fields })));
	});
	const rest = n => Math.min(100, n);

	row(`writes, ${RATE} a second: wall time, load ${loadavg()[0].toFixed(1)}`, 'p50 ms', 'p99 ms', 'a second', 'status', 'p99 < 20');
	await writes('a post', WRITES, i => post(`/groupes/${ids.group}/publications`, { texte: `Un mot de plus ${i}` }));
	await writes('a comment', WRITES, i => post(`/fil/${ids.post}/commentaires`, { texte: `Une réponse de plus ${i}` }));
	await writes('a reaction', WRITES, i => post(`/fil/${ids.posts[i % ids.posts.length]}/reactions`, { genre: 1 + i % 3 }));
	for (let i = 0; i < 2; i++) { // nobody writes more than 120 messages an hour: those become older
		site.sql('UPDATE message SET cree_le = cree_le - INTERVAL 2 HOUR WHERE cree_le > NOW() - INTERVAL 2 HOUR');
		await writes(`a message (${i + 1})`, rest(WRITES), n => post(`/messages/${ids.conversation}`, { texte: `Un message ${n}` }));
	}
	many.destroy();
}

async function one(people)
{
	const site = await instance(`pages-${people}`, { ESSAIM_DB_MEMORY: people > 10000 ? '2G' : '512M' }, [], RECIPE);
	let bare;

	try {
		const accounts = new Map(readFileSync(join(site.dir, 'demo-accounts.txt'), 'utf8').trim().split('\n').map(line => line.split('\t')).map(([name, ...rest]) => [name, rest]));
		const id = text => site.sql(text).trim();

		process.kill(-Number(readFileSync(join(site.dir, 'run', 'cron.pid'), 'utf8').split(' ')[0])); // its jobs would be counted
		if (site.fresh) {
			live(site, accounts.get('benP')[0], people);
			site.made();
		}
		const mail = name => accounts.get(name)[0];
		const of = { ':rare': people > 10000 ? 'camille+balaco' : 'rouviere', ':coop': id(`SELECT id FROM contact WHERE email = '${mail('cooP')}'`),
			':group': id(`SELECT MIN(m.groupe_id) FROM membre m JOIN contact c ON c.id = m.contact_id WHERE c.email = '${mail('benP')}' AND m.fin IS NULL`) };
		const cookies = new Map();
		for (const name of new Set(PAGES.map(page => page.who)))
			cookies.set(name, (await signIn(site.url, ...accounts.get(name))).cookie);
		const targets = PAGES.map(page => ({ ...page, cookie: cookies.get(page.who), dir: site.dir, names: WORDS,
			url: site.url + page.path.replace(/:\w+/, name => of[name]) }));

		bare = await bareProgram(site.dir, (await again(targets[0].url, targets[0].cookie)).body);
		targets.unshift({ name: 'bare', url: `${bare.url}/bare`, cookie: '', dir: bare.dir, names: { program: '/page.html', nginx: 'nginx' } });
		const load = loadavg()[0];
		await measure(targets);
		for (const target of targets.filter(target => target.who))
			target.sql = await statements(site.dir, target);
		console.log(`${people.toLocaleString('en')} people; ${ROUNDS} rounds of ${EACH}; load ${load.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after`);
		table(targets);
		judged(targets);
		const posts = id(`SELECT id FROM publication WHERE groupe_id = ${of[':group']} ORDER BY id DESC LIMIT 50`).split('\n');
		if (WRITES > 0)
			await write(site, cookies.get('benP'), { group: of[':group'], post: posts[9], posts,
				conversation: id(`SELECT p.conversation_id FROM conversation_participant p JOIN contact c ON c.id = p.contact_id WHERE c.email = '${mail('benP')}' LIMIT 1`) });
	} finally {
		bare?.end();
		site.end();
	}
}

for (const people of SIZES)
	await one(people);
agent.destroy();
