// A process of an area: it retires, it survives, it runs without a server, it ends politely.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Base, Client, instance, log, runAll, test, until, url, workers } from './lib.mjs';

const conf = join(instance, 'essaim.conf');

// An area as a plain CGI program: the answer on its standard output.
const cgi = (area, path, more = {}) => spawnSync(join(process.env.BUILD, `cgi-bin/${area}.fcgi`), [], { encoding: 'utf8', timeout: 20000,
	stdio: ['ignore', 'pipe', 'pipe'],
	env: { PATH: process.env.PATH, ESSAIM_CONF: conf, ESSAIM_DATA: join(instance, 'inst/share/essaim'), REQUEST_METHOD: 'GET', REQUEST_URI: path,
		QUERY_STRING: '', HTTP_HOST: 'essaim.example', REMOTE_ADDR: '127.0.0.1', ...more } });

test('each area is also a plain CGI program', () => {
	const areas = readdirSync(join(process.env.BUILD, 'cgi-bin')).filter(name => name.endsWith('.fcgi')).map(name => name.slice(0, -5));

	assert.ok(areas.length > 10);
	for (const area of areas) {
		const { status, stdout, stderr } = cgi(area, `/${area.replaceAll('_', '-')}`);

		assert.equal(status, 0, `${area}: ${stderr}`);
		assert.match(stdout, /^(Status: \d{3}[^]*\r\n\r\n|Content-Type)/i, area);
		assert.doesNotMatch(stdout, /^Status: 500/i, `${area}: ${stderr}`);
	}
});

test('a process retires after its thousand requests, and nobody is refused', async () => {
	const before = workers('sante');
	let bad = 0;

	await Promise.all(Array.from({ length: 8 }, async () => {
		for (let i = 0; i < 350; i++)
			bad += (await fetch(`${url}/sante`).then(r => r.text().then(() => r.status), () => 0)) !== 200;
	}));
	assert.equal(bad, 0);
	await until(() => workers('sante').some(pid => !before.includes(pid)), 'a new process');
});

test('a template that is broken: 500 with a code and a line in the log, the area lives on', async () => {
	const file = join(instance, 'inst/share/essaim/templates/aide/index.cs');
	const pids = workers('aide');

	renameSync(file, `${file}.away`);
	try {
		for (const pid of pids)
			process.kill(pid, 'SIGTERM');
		await until(() => workers('aide').every(pid => !pids.includes(pid)), 'their end');
		const reply = await fetch(`${url}/aide`);
		assert.equal(reply.status, 500);
		const [, code] = /500 – ([0-9a-f]+)/.exec(await reply.text());
		assert.match(log('aide'), new RegExp(`fault: id=${code} .*aide/index\\.cs`));
	} finally {
		renameSync(`${file}.away`, file);
	}
	await until(async () => (await fetch(`${url}/aide`)).status === 200, 'back');
});

test('SIGTERM while a request is in hand: it is answered, then the process ends', async () => {
	const who = new Client('benP'), base = new Base();

	await who.signIn();
	const { id } = JSON.parse((await who.ask('/compte.json')).text).compte;
	await who.ask(`/contacts/${id}/modifier`);
	await base.sql('BEGIN');
	await base.sql('SELECT id FROM journal_tete FOR UPDATE');
	const reply = who.ask(`/contacts/${id}/modifier`, { bio: 'Avant de partir' });
	const other = new Base();
	await until(async () => (await other.sql(`SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'`)).length > 0, 'waiting');
	const pids = workers('contacts');
	for (const pid of pids)
		process.kill(pid, 'SIGTERM');
	await base.sql('ROLLBACK');
	assert.equal((await reply).status, 303);
	await until(() => workers('contacts').every(pid => !pids.includes(pid)), 'the old ones end');
	base.end();
	other.end();
});

await runAll();
