// The processes of one area behind its door: nobody at rest, one who is asked, more while some wait, and nobody
// refused while they change.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instance, runAll, test, until } from './lib.mjs';

const dir = mkdtempSync(join(tmpdir(), 'essaim-pool-'));
const conf = join(instance, 'essaim.conf');
const running = [];

// The program of an area at a door of its own, as ./dev and systemd start it.
function open(name, more = {}, program = join(process.env.BUILD, 'cgi-bin/aide.fcgi'))
{
	const door = join(dir, `${name}.sock`);
	const child = spawn('spawn-fcgi', ['-n', '-s', door, '-b', '1024', '--', program], { stdio: ['ignore', 'ignore', 'pipe'],
		env: { PATH: process.env.PATH, ESSAIM_CONF: conf, ESSAIM_DATA: join(instance, 'inst/share/essaim'), ...more } });
	const pool = { door, pid: child.pid, said: '', children: () => spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
		.stdout.split('\n').filter(Boolean).map(Number) };

	child.stderr.on('data', text => { pool.said += text; });
	pool.ended = new Promise(go => child.on('exit', (status, signal) => go(signal ?? status)));
	running.push(child);
	return pool;
}

const record = (type, body) => Buffer.concat([Buffer.from([1, type, 0, 1, body.length >> 8, body.length & 255, 0, 0]), body]);
const pairs = given => Buffer.concat(Object.entries(given).flatMap(([name, value]) =>
	[Buffer.from([name.length, value.length]), Buffer.from(name), Buffer.from(value)]));

// begin POOL: a request whose body is still to come, so whose process is busy; .finish() sends it and gives the answer.
function begin({ door }, method = 'POST')
{
	const socket = createConnection(door), chunks = [];
	const answer = new Promise((go, fail) => {
		socket.on('data', chunk => chunks.push(chunk));
		socket.on('close', () => go(Buffer.concat(chunks).toString('latin1')));
		socket.on('error', fail);
	});

	socket.write(Buffer.concat([record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
		record(4, pairs({ REQUEST_METHOD: method, REQUEST_URI: '/aide', QUERY_STRING: '', HTTP_HOST: 'essaim.example', REMOTE_ADDR: '127.0.0.1',
			...method === 'POST' && { CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: '3' } })),
		record(4, Buffer.alloc(0))]));
	return { answer, finish: () => {
		socket.write(Buffer.concat([...method === 'POST' ? [record(5, Buffer.from('a=b'))] : [], record(5, Buffer.alloc(0))]));
		return answer;
	} };
}
const get = pool => begin(pool, 'GET').finish();
const opened = pool => until(() => new Promise(go => createConnection(pool.door)
	.on('connect', function () { this.destroy(); go(true); }).on('error', () => go(false))), 'the door');

test('nobody at rest, one who is asked, another while that one is busy, and no third', async () => {
	const pool = open('grows');

	await until(() => pool.said === '' && readFileSync(`/proc/${pool.pid}/cmdline`, 'utf8').startsWith(process.env.BUILD), 'the program');
	assert.deepEqual(pool.children(), []);
	assert.match(await get(pool), /Status: 200/);
	assert.equal(pool.children().length, 1);
	const first = begin(pool);
	assert.match(await get(pool), /Status: 200/);
	const second = begin(pool);
	const third = get(pool);
	await until(() => pool.children().length === 2, 'a second process');
	await first.finish();
	assert.match(await third, /Status: 200/);
	assert.equal(pool.children().length, 2);
	assert.match(await second.finish(), /Status: \d/);
	process.kill(pool.pid, 'SIGTERM');
	assert.equal(await pool.ended, 0);
});

test('a process that is killed is followed by another, also the last one', async () => {
	const pool = open('killed');

	await opened(pool);
	for (let i = 0; i < 3; i++) {
		assert.match(await get(pool), /Status: 200/);
		const gone = pool.children();
		gone.forEach(pid => process.kill(pid, 'SIGKILL'));
		await until(() => gone.every(pid => !pool.children().includes(pid)), 'its end');
	}
	assert.match(await get(pool), /Status: 200/);
	await until(() => /ended by signal 9/.test(pool.said), 'that it is said');
	process.kill(pool.pid, 'SIGTERM');
	assert.equal(await pool.ended, 0);
});

test('asked to end, it answers what is in hand first', async () => {
	const pool = open('ends');

	await opened(pool);
	await get(pool);
	const last = begin(pool);
	await until(() => pool.children().length > 0, 'a process');
	process.kill(pool.pid, 'SIGTERM');
	assert.match(await last.finish(), /Status: \d/);
	assert.equal(await pool.ended, 0);
});

test('SIGHUP: the program that has its name now goes on, at the same door, and nobody is refused', async () => {
	const program = join(dir, 'aide.fcgi');

	cpSync(join(process.env.BUILD, 'cgi-bin/aide.fcgi'), program);
	const pool = open('again', {}, program);
	await opened(pool);
	await get(pool);
	const old = begin(pool), inode = () => spawnSync('stat', ['-L', '-c', '%i', `/proc/${pool.pid}/exe`], { encoding: 'utf8' }).stdout;
	const before = inode();
	rmSync(program);
	cpSync(join(process.env.BUILD, 'cgi-bin/aide.fcgi'), program);
	process.kill(pool.pid, 'SIGHUP');
	await until(() => inode() !== before, 'the other program');
	for (let i = 0; i < 20; i++)
		assert.match(await get(pool), /Status: 200/);
	assert.match(await old.finish(), /Status: \d/);
	process.kill(pool.pid, 'SIGTERM');
	assert.equal(await pool.ended, 0);
});

test('whom nobody asks for pool.rest seconds ends, as one that is started again by its socket', async () => {
	const pool = open('rests', { ESSAIM_POOL_REST: '1' });

	assert.equal(await pool.ended, 0);
	assert.equal(pool.said, '');
});

test('one that refuses its configuration says why and ends', async () => {
	const wrong = join(dir, 'wrong.conf');

	writeFileSync(wrong, `site.ulr = x\n${readFileSync(conf, 'utf8')}`, { mode: 0o600 });
	const pool = open('wrong', { ESSAIM_CONF: wrong });
	assert.equal(await pool.ended, 2);
	assert.match(pool.said, /wrong\.conf:1: site\.ulr: unknown key/);
});

test('pool.processes = 0: the program answers by itself, below a manager of processes', async () => {
	const pool = open('alone', { ESSAIM_POOL_PROCESSES: '0' });

	await opened(pool);
	assert.match(await get(pool), /Status: 200/);
	assert.deepEqual(pool.children(), []);
	process.kill(pool.pid, 'SIGTERM');
	assert.equal(await pool.ended, 0);
});

await runAll(() => {
	running.forEach(child => child.kill('SIGKILL'));
	rmSync(dir, { recursive: true, force: true });
});
