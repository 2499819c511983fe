// What the fault tests share: named checks, raw requests, the instance under test.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
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

// Bring back what a test has killed: `up` starts what is missing and nothing else.
export function up()
{
	const done = spawnSync('./dev', ['up', '--detach'], { encoding: 'utf8', env: { ...process.env,
		ESSAIM_VAR: instance, ESSAIM_BUILD: process.env.BUILD, ESSAIM_CONFIGURE: '--enable-asan', ESSAIM_DB_SAFETY: 'fast' } });

	if (done.status !== 0)
		throw new Error(`./dev up: ${done.stdout}${done.stderr}`);
}

// The processes that serve an area, below its supervisor.
export function workers(area)
{
	const found = spawnSync('pgrep', ['-P', String(pidOf(area))], { encoding: 'utf8' });

	return found.stdout.split('\n').filter(Boolean).map(Number);
}
