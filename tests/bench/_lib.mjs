// What the benches share: an instance of their own, SQL into it, processes and their CPU.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const freePort = () => new Promise(go => {
	const server = createServer().listen(0, '127.0.0.1', () => {
		const { port } = server.address();
		server.close(() => go(Math.min(port, 60000)));
	});
});

// An instance in a folder of its own, empty if nothing else is wanted; `end` stops it and throws it away.
export async function instance(name, settings = {}, wanted = ['--empty'])
{
	const dir = join(process.env.VAR, `bench-${name}`);
	const env = { ...process.env, ESSAIM_VAR: dir, ESSAIM_DB_SAFETY: 'fast',
		ESSAIM_CONTACTS_RATE: '1000000', ...settings };
	const port = await freePort();
	const dev = (...args) => spawnSync('./dev', args, { env, encoding: 'utf8' });
	const end = () => {
		dev('down');
		rmSync(dir, { recursive: true, force: true });
	};

	rmSync(dir, { recursive: true, force: true });
	const up = dev('up', ...wanted, '--detach', '--port', String(port));
	if (up.status !== 0) {
		end();
		throw new Error(up.stdout + up.stderr);
	}
	return { dir, env, url: `http://127.0.0.1:${port}`, end,
		sql: text => execFileSync('mariadb', [`--defaults-file=${join(dir, 'db', 'my.cnf')}`, '-N', 'essaim'],
			{ input: text, encoding: 'utf8' }),
		run: (args, input) => execFileSync('./dev', ['run', ...args], { env, input, encoding: 'utf8' }) };
}

// Who signs in gets a cookie.
export async function signIn(url, email, secret)
{
	const page = await fetch(`${url}/connexion`);
	const cookies = response => response.headers.getSetCookie().map(line => line.split(';')[0]);
	const first = cookies(page).join('; ');
	const csrf = /name="csrf" value="([^"]*)"/.exec(await page.text())[1];
	const began = performance.now();
	const reply = await fetch(`${url}/connexion`, { method: 'POST', redirect: 'manual', headers: { cookie: first },
		body: new URLSearchParams({ csrf, email, mot_de_passe: secret }) });

	await reply.text();
	return { status: reply.status, ms: performance.now() - began, cookie: cookies(reply).at(-1) ?? first };
}

const stat = pid => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
const alive = test => readdirSync('/proc').filter(pid => {
	try {
		return /^\d+$/.test(pid) && test(pid);
	} catch {
		return false;
	}
});

// The processes whose command names WHAT below DIR, and their children.
export function processes(dir, what)
{
	const found = alive(pid => {
		const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');

		return command.includes(dir) && command.includes(what);
	});

	return [...new Set([...found, ...alive(pid => found.includes(stat(pid)[1]))])];
}

const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

// CPU seconds that those processes, and the children they have outlived, have used.
export const cpu = pids => pids.reduce((sum, pid) =>
	sum + stat(pid).slice(11, 15).reduce((a, b) => a + Number(b), 0) / ticks, 0);

// The most memory that one of those processes has ever held, in MB.
export const peak = pids => Math.max(0, ...pids.map(pid =>
	Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024));

export const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

export const percentile = (list, p) =>
	[...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p / 100))];

// One line of a table.
export const row = (what, ...values) =>
	console.log(what.padEnd(48) + values.map(value => String(value).padStart(12)).join(''));
