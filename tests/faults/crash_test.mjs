// Processes that die under load: what readers get meanwhile, and after.
import assert from 'node:assert/strict';
import { pidOf, request, runAll, test, until, up, url, workers } from './lib.mjs';

// A cookie that looks like one: the program must ask the database whose it is.
const COOKIE = `Cookie: __Host-essaim=${'a'.repeat(64)}`;

const health = async (path = '/sante') => (await fetch(url + path)).status;

// Ask all the time while something happens; resolves to how often each status came.  What happens
// takes its time from the answers, read(N) waits for N more: a slow machine reads as often.
async function load(path, during)
{
	const seen = {};
	let on = true, count = 0;
	const readers = Array.from({ length: 4 }, async () => {
		while (on) {
			const status = await health(path).catch(error => error.cause?.code ?? 'error');
			seen[status] = (seen[status] ?? 0) + 1;
			count++;
		}
	});
	const read = async n => {
		const wanted = count + n;
		await until(() => count >= wanted, `${n} answers`);
	};

	await during(read);
	on = false;
	await Promise.all(readers);
	return seen;
}

test('kill -9 of the processes of an area loses no reading', async () => {
	const seen = await load('/sante', async read => {
		for (let i = 0; i < 6; i++) {
			await read(10);
			const [first] = workers('sante');
			if (first)
				process.kill(first, 'SIGKILL');
		}
		await until(async () => workers('sante').length > 0, 'a new process');
	});
	const bad = Object.entries(seen).filter(([status]) => status !== '200');
	assert.ok(bad.reduce((n, [, times]) => n + times, 0) <= 2, JSON.stringify(seen));
	assert.ok(seen[200] > 50, JSON.stringify(seen));
});

// One that has just retired by itself needs no stopping.
function stop(pid)
{
	try {
		process.kill(pid, 'SIGTERM');
	} catch (e) {
		if (e.code !== 'ESRCH')
			throw e;
	}
}

test('SIGTERM to the processes, one after the other, loses nothing at all', async () => {
	const seen = await load('/sante', async read => {
		for (let i = 0; i < 10; i++) {
			await read(10);
			for (const pid of workers('sante').slice(0, 1))
				stop(pid);
		}
	});
	assert.deepEqual(Object.keys(seen), ['200'], JSON.stringify(seen));
});

test('an area without processes: its page says 503 and when to come back, the others work', async () => {
	const pids = [pidOf('connexion'), ...workers('connexion')];

	for (const pid of pids)
		process.kill(pid, 'SIGKILL');
	await until(async () => await health('/connexion') === 503, 'no processes');
	const page = await request('GET /connexion');
	assert.match(page, /^HTTP\/1\.1 503/);
	assert.match(page, /^retry-after: \d+/im);
	assert.match(page, /<html lang="fr">[^]*quelques instants/);
	assert.match(await request('GET /connexion.json'), /^HTTP\/1\.1 503[^]*"code": "unavailable"/);
	assert.equal(await health(), 200);
	up();
	assert.equal(await health('/connexion'), 200);
});

test('the database dies under load: 503 pages in French, then everything is back', async () => {
	await load('/connexion', async () => {
		process.kill(pidOf('mariadb'), 'SIGKILL');
		try {
			await until(async () => await health() === 503, 'no database');
			const page = await request('GET /connexion', COOKIE);
			assert.match(page, /^HTTP\/1\.1 503/);
			assert.match(page, /<html lang="fr"/);
		} finally {
			up();
		}
	});
	await until(async () => await health() === 200 && await health('/connexion') === 200, 'the database is back');
	// Whoever was served meanwhile left no broken process behind.
	const after = await load('/connexion', read => read(50));
	assert.deepEqual(Object.keys(after), ['200'], JSON.stringify(after));
});

test('a frozen database does not hold readers for ever', async () => {
	const pid = pidOf('mariadb');
	process.kill(pid, 'SIGSTOP');
	try {
		const status = await health('/connexion'); // it comes, or the stage's own limit ends this
		assert.ok([200, 503].includes(status), `status ${status}`);
	} finally {
		process.kill(pid, 'SIGCONT');
	}
	await until(async () => await health('/connexion') === 200, 'thawed');
});

await runAll();
