// The sign-in path under load: fifty people at once against one alone, the memory of the
// processes, and the time of an unknown address beside that of a known one.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const dir = join(process.env.VAR, 'bench-connexion');
const env = { ...process.env, ESSAIM_VAR: dir, ESSAIM_DB_SAFETY: 'fast' };
const password = 'quatre mots pour mesurer';
const people = Array.from({ length: 10 }, (_, i) => `personne${i}@mesure.example`);

const freePort = () => new Promise(go => {
	const server = createServer().listen(0, '127.0.0.1', () => {
		const { port } = server.address();
		server.close(() => go(Math.min(port, 60000)));
	});
});

function sql(text)
{
	return execFileSync('mariadb', [`--defaults-file=${join(dir, 'db', 'my.cnf')}`, '-N', 'essaim'],
		{ input: text, encoding: 'utf8' });
}

function prepare()
{
	sql(people.map((email, i) => `INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		VALUES (${9000 + i}, 'contact', 'x', NOW(), NOW(), 1);
		INSERT INTO contact (id, prenom, nom, email, statut, acces) VALUES (${9000 + i}, 'A', 'B', '${email}', 'confirme', 2);`).join('\n'));
	for (const email of people)
		execFileSync('./dev', ['run', 'essaim-admin', 'account', 'create', email, '--password-stdin'], { env, input: password });
}

async function signIn(url, email, secret)
{
	const page = await fetch(`${url}/connexion`);
	const cookie = page.headers.getSetCookie().map(line => line.split(';')[0]).join('; ');
	const csrf = /name="csrf" value="([^"]*)"/.exec(await page.text())[1];
	const began = performance.now();
	const reply = await fetch(`${url}/connexion`, { method: 'POST', redirect: 'manual', headers: { cookie },
		body: new URLSearchParams({ csrf, email, mot_de_passe: secret }) });

	await reply.text();
	return { status: reply.status, ms: performance.now() - began };
}

// The most memory that a process of that name has ever held, in MB.
function peak(name)
{
	const peaks = readdirSync('/proc').filter(pid => /^\d+$/.test(pid)).map(pid => {
		try {
			const status = readFileSync(`/proc/${pid}/status`, 'utf8');
			const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
			return command.startsWith(dir) && command.includes(name) ? Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024 : 0;
		} catch {
			return 0;
		}
	});

	return Math.max(...peaks);
}

const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];
const row = (what, value, ratio = '') => console.log(what.padEnd(48), String(value).padStart(12), String(ratio).padStart(10));

async function measure(url)
{
	const alone = [], unknown = [], wrong = [];

	await signIn(url, people[0], password);
	for (let i = 0; i < 15; i++)
		alone.push((await signIn(url, people[i % 10], password)).ms);
	for (let i = 0; i < 20; i++) {
		wrong.push((await signIn(url, people[i % 10], 'faux')).ms);
		unknown.push((await signIn(url, `inconnue${i % 10}@mesure.example`, 'faux')).ms);
	}
	const began = performance.now();
	const all = await Promise.all(Array.from({ length: 50 }, (_, i) => signIn(url, people[i % 10], password)));
	const each = (performance.now() - began) / 50;
	const done = all.filter(({ status }) => status === 303).length;

	row('', 'measured', 'ratio');
	row('one alone, median', `${median(alone).toFixed(0)} ms`, '1.00');
	row(`50 at once, ${done} signed in: time for each`, `${each.toFixed(0)} ms`, (each / median(alone)).toFixed(2));
	row('50 at once: the last one waits', `${Math.max(...all.map(({ ms }) => ms)).toFixed(0)} ms`);
	row('most memory of a process', `${peak('connexion').toFixed(0)} MB`);
	row('refused, known address, median', `${median(wrong).toFixed(0)} ms`, '1.00');
	row('refused, unknown address, median', `${median(unknown).toFixed(0)} ms`, (median(unknown) / median(wrong)).toFixed(2));
}

const port = await freePort();
try {
	rmSync(dir, { recursive: true, force: true });
	const up = spawnSync('./dev', ['up', '--empty', '--detach', '--port', String(port)], { env, encoding: 'utf8' });
	if (up.status !== 0)
		throw new Error(up.stdout + up.stderr);
	prepare();
	await measure(`http://127.0.0.1:${port}`);
} finally {
	spawnSync('./dev', ['down'], { env });
	rmSync(dir, { recursive: true, force: true });
}
