// What the benches share: an instance of their own, SQL into it, processes and their CPU.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const freePort = () => new Promise(go => {
	const server = createServer().listen(0, '127.0.0.1', () => {
		const { port } = server.address();
		server.close(() => go(Math.min(port, 60000)));
	});
});

// An instance in a folder of its own, empty if nothing else is wanted; `end` stops it and throws it
// away.  With KEPT, the text of how its base was made, it stays for the next run as long as that text
// does: `fresh` says that it has just been made, `made` that what the bench adds to it is there.
export async function instance(name, settings = {}, wanted = ['--empty'], kept = undefined)
{
	const dir = kept ? join(process.env.VAR, 'bench', name) : join(process.env.VAR, `bench-${name}`);
	const stamp = join(dir, 'made');
	const env = { ...process.env, ESSAIM_VAR: dir, ESSAIM_DB_SAFETY: 'fast',
		ESSAIM_CONTACTS_RATE: '1000000', ...settings };
	const port = await freePort();
	const dev = (...args) => spawnSync('./dev', args, { env, encoding: 'utf8' });
	const fresh = !kept || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== kept;
	const end = () => {
		dev('down');
		if (!kept)
			rmSync(dir, { recursive: true, force: true });
	};

	if (fresh) {
		dev('down');
		rmSync(dir, { recursive: true, force: true });
	}
	const up = dev('up', ...wanted, '--detach', '--port', String(port));
	if (up.status !== 0) {
		end();
		throw new Error(up.stdout + up.stderr);
	}
	return { dir, env, url: `http://127.0.0.1:${port}`, end, fresh, made: () => writeFileSync(stamp, kept),
		sql: text => execFileSync('mariadb', [`--defaults-file=${join(dir, 'db', 'my.cnf')}`, '-N', 'essaim'],
			{ input: text, encoding: 'utf8' }),
		run: (args, input) => execFileSync('./dev', ['run', ...args], { env, input, encoding: 'utf8' }) };
}

// nginx alone (/page.html) and a bare FastCGI program (/bare) that send the bytes of a page; as many
// processes as the product has.
export async function bareProgram(folder, html)
{
	const port = await freePort(), at = join(folder, 'bare');

	mkdirSync(at, { recursive: true });
	rmSync(join(at, 'bare.sock'), { force: true });
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
	const url = `http://127.0.0.1:${port}`;
	for (let tries = 0; (await fetch(`${url}/bare`).then(reply => reply.status, () => 0)) !== 200; tries++) {
		if (tries === 200)
			throw new Error('the bare program does not answer');
		await new Promise(go => setTimeout(go, 50));
	}
	return { dir: at, url, end: () => children.forEach(child => child.kill('SIGTERM')) };
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

// The same of a process by the nanosecond, without its children: for what takes less than a tick.
export function finely(pid)
{
	const text = name => {
		try {
			return readFileSync(`/proc/${pid}/task/${name}/schedstat`, 'utf8');
		} catch {
			return '0'; // a thread that has just ended
		}
	};

	return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => sum + Number(text(task).split(' ')[0]) / 1e9, 0);
}

// The most memory that one of those processes has ever held, in MB.
export const peak = pids => Math.max(0, ...pids.map(pid =>
	Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024));

export const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

export const percentile = (list, p) =>
	[...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p / 100))];

// One line of a table.
export const row = (what, ...values) =>
	console.log(what.padEnd(48) + values.map(value => String(value).padStart(12)).join(''));
