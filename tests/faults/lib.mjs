// What the fault tests share: named checks, raw requests, the instance under test.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';

export const url = process.env.URL_UNDER_TEST ?? process.env.URL;
export const instance = process.env.INSTANCE;
if (!url || !instance) {
	console.error('URL and INSTANCE are wanted: ./dev check sets them');
	process.exit(2);
}
const { hostname, port } = new URL(url);

const tests = [];
export const test = (name, run) => tests.push({ name, run });

// Runs the tests in order, then CLOSE, prints the count, exits.
export async function runAll(close = () => {})
{
	let passed = 0, failed = 0;

	for (const { name, run } of tests) {
		try {
			await run();
			passed++;
			console.log(`ok   ${name}`);
		} catch (error) {
			failed++;
			console.log(`FAIL ${name}: ${error.stack ?? error}`);
		}
	}
	await close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed > 0 ? 1 : 0);
}

// A port of this machine that nobody uses.
export const freePort = () => new Promise(go => {
	const server = createServer().listen(0, '127.0.0.1', () => {
		const { port } = server.address();
		server.close(() => go(port));
	});
});

export const sleep = ms => new Promise(go => setTimeout(go, ms));

// Bytes as they are, for what no client library agrees to send; resolves to the answer's text
// when the server closes, or says nothing more.
export function raw(bytes)
{
	return new Promise((done, fail) => {
		const socket = createConnection({ host: hostname, port }, () => socket.write(bytes));
		const chunks = [];
		const finish = () => done(Buffer.concat(chunks).toString());

		socket.on('error', error => (chunks.length > 0 ? finish() : fail(error)));
		socket.on('data', chunk => {
			chunks.push(chunk);
			socket.setTimeout(1000);
		});
		socket.setTimeout(10000);
		socket.on('timeout', () => socket.destroy());
		socket.on('close', finish);
	});
}

export const request = (line, ...headers) =>
	raw([`${line} HTTP/1.1`, `Host: ${hostname}:${port}`, 'Connection: close', ...headers, '', ''].join('\r\n'));

// The pid that ./dev wrote for a process of the instance.
export const pidOf = name => Number(readFileSync(join(instance, 'run', `${name}.pid`), 'utf8').split(' ')[0]);

export const log = name => readFileSync(join(instance, 'log', `${name}.log`), 'utf8');

// Bring back what a test has killed: `up` starts what is missing and nothing else, of what is installed.
export function up()
{
	const done = spawnSync('./dev', ['up', '--detach'], { encoding: 'utf8', env: { ...process.env,
		ESSAIM_VAR: instance, ESSAIM_INSTALLED: 'yes', ESSAIM_DATA: join(instance, 'inst/share/essaim'), ESSAIM_DB_SAFETY: 'fast' } });

	if (done.status !== 0)
		throw new Error(`./dev up: ${done.stdout}${done.stderr}`);
}

// The processes that serve an area, below its supervisor.
export function workers(area)
{
	const found = spawnSync('pgrep', ['-P', String(pidOf(area))], { encoding: 'utf8' });

	return found.stdout.split('\n').filter(Boolean).map(Number);
}

// End the loop of jobs and what it runs, so that a test runs them itself: up() starts it again.
export async function stopJobs()
{
	const loop = pidOf('cron');

	process.kill(loop, 'SIGTERM');
	await until(() => !existsSync(`/proc/${loop}`), 'the jobs end');
}

// The address and password of a demonstration person (benP, cooP, adm...).
export function account(name)
{
	const [, email, password] = readFileSync(join(instance, 'demo-accounts.txt'), 'utf8').split('\n')
		.map(line => line.split('\t')).find(([found]) => found === name);

	return { email, password };
}

// A person's client, which keeps its cookies and the token of the last form.
export class Client {
	jar = new Map();

	constructor(name) {
		Object.assign(this, name && account(name));
	}

	get cookie() {
		return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	async ask(path, form, headers = {})
	{
		const options = { redirect: 'manual', method: form ? 'POST' : 'GET',
			headers: { cookie: this.cookie, ...headers },
			body: form && new URLSearchParams({ csrf: this.csrf, ...form }) };
		const reply = await fetch(url + path, options);

		for (const line of reply.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
			this.jar.set(name, value);
		}
		const text = await reply.text();
		this.csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? this.csrf;
		return { status: reply.status, location: reply.headers.get('location'), headers: reply.headers, text };
	}

	async signIn()
	{
		await this.ask('/connexion');
		return this.ask('/connexion', { email: this.email, mot_de_passe: this.password });
	}
}

// Waits for a condition, for two and a half minutes at most.
export async function until(condition, what)
{
	for (let i = 0; i < 1500; i++, await sleep(100))
		if (await condition())
			return;
	throw new Error(`not in time: ${what}`);
}

// A connection to the instance's database, as root: each call of `sql` gives the answer's lines.
export class Base {
	constructor()
	{
		this.child = spawn('mariadb', [`--defaults-file=${join(instance, 'db', 'my.cnf')}`, '-N', '-n', '-f', 'essaim'],
			{ stdio: ['pipe', 'pipe', 'inherit'] });
		this.lines = '';
		this.child.stdout.setEncoding('utf8').on('data', data => {
			this.lines += data;
			if (this.lines.endsWith('fait\n'))
				this.told?.();
		});
	}

	async sql(text)
	{
		let timer;

		this.lines = '';
		await new Promise((go, fail) => {
			this.told = go;
			timer = setTimeout(() => fail(new Error(`not in time: ${text}`)), 150000);
			this.child.stdin.write(`${text};\nSELECT 'fait';\n`);
		}).finally(() => clearTimeout(timer));
		return this.lines.split('\n').slice(0, -2);
	}

	// Send, and do not wait: for what a lock holds up.
	send(text) {
		this.child.stdin.write(`${text};\n`);
	}

	end() {
		this.child.stdin.end();
	}
}

// The SHA-256 of what each table holds, but those named in BUT; sql(TEXT) answers for one base.  Not
// CHECKSUM TABLE: of a computed column that is NULL it says another thing each time (10.11).
export function tableSums(sql, but = [])
{
	const rows = sql(`SELECT t.table_name, COUNT(*) FROM information_schema.tables t JOIN information_schema.columns c
		USING (table_schema, table_name) WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.extra NOT LIKE '%INVISIBLE%' GROUP BY 1 ORDER BY 1`)
		.split('\n').map(line => line.split('\t')).filter(([name]) => !but.includes(name));
	const all = sql(rows.map(([name, n]) => `SELECT '=== ${name}'; SELECT * FROM \`${name}\` ORDER BY
		${Array.from({ length: Number(n) }, (_, i) => i + 1)}`).join(';\n'));

	return new Map(all.split(/^=== /m).slice(1).map(part => [part.split('\n', 1)[0], createHash('sha256').update(part).digest('hex')]));
}
