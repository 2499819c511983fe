// The database takes things back: deadlocks, connections that end, a restart in the middle of a write.
import assert from 'node:assert/strict';
import { Base, Client, log, pidOf, runAll, test, until, up, workers } from './lib.mjs';

const who = new Client('benP');
await who.signIn();
const page = (await who.ask('/')).text;
const mine = /href="(\/contacts\/\d+)\/modifier"/.exec(page)?.[1] ?? `/contacts/${JSON.parse((await who.ask('/compte.json')).text).compte.id}`;
const id = mine.split('/').at(-1);
const a = new Base(), b = new Base();

const bio = async () => (await b.sql(`SELECT bio FROM contact WHERE id = ${id}`))[0];
const acts = async () => Number((await b.sql(`SELECT COUNT(*) FROM journal WHERE objet_id = ${id} AND acte = 'contact.modifie'`))[0]);

// Post a new text while A holds the head of the journal: resolves once the post waits for it.
async function heldUp(text)
{
	await who.ask(`${mine}/modifier`);
	await a.sql('BEGIN');
	await a.sql('SELECT id FROM journal_tete FOR UPDATE');
	const reply = who.ask(`${mine}/modifier`, { bio: text });
	let waiting;
	await until(async () => {
		[waiting] = await b.sql(`SELECT trx_mysql_thread_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'`);
		return waiting;
	}, 'the post waits');
	return { reply, waiting };
}

test('a deadlock: the request is run again, once, and nobody sees it', async () => {
	const before = await acts();

	await b.sql('CREATE DATABASE IF NOT EXISTS poids');
	await b.sql('CREATE OR REPLACE TABLE poids.t (n INT)');
	const { reply } = await heldUp('Après une étreinte fatale');
	// A heavier transaction than the post: InnoDB takes the lighter one back.
	await a.sql(`INSERT INTO poids.t SELECT seq FROM seq_1_to_20000`);
	a.send(`UPDATE contact SET bio = 'pris ailleurs' WHERE id = ${id}`);
	a.send('ROLLBACK');
	assert.equal((await reply).status, 303);
	await b.sql('DROP DATABASE poids');
	assert.match(log('contacts'), /fault: .*Deadlock found/);
	assert.equal(await bio(), 'Après une étreinte fatale');
	assert.equal(await acts(), before + 1);
});

test('a connection killed in the middle of a write: run again, written once', async () => {
	const before = await acts();
	const { reply, waiting } = await heldUp('Après une coupure');

	await b.sql(`KILL ${waiting}`);
	await a.sql('ROLLBACK');
	assert.equal((await reply).status, 303);
	assert.equal(await bio(), 'Après une coupure');
	assert.equal(await acts(), before + 1);
});

test('the server killed in the middle of a write: 503, nothing half done, the same processes go on', async () => {
	const before = await acts(), pids = workers('contacts').sort();
	const { reply } = await heldUp('Jamais écrit');
	let after;

	process.kill(pidOf('mariadb'), 'SIGKILL');
	const { status, headers, text } = await reply.finally(() => { after = workers('contacts').sort(); up(); });
	assert.equal(status, 503);
	assert.equal(headers.get('retry-after'), '30');
	assert.match(text, /Rien n’est perdu de ce qui était confirmé/);
	assert.ok(pids.length > 0 && pids.every(pid => after.includes(pid)), `${pids} are now ${after}`);
	const c = new Base();
	assert.equal((await c.sql(`SELECT bio FROM contact WHERE id = ${id}`))[0], 'Après une coupure');
	assert.equal(Number((await c.sql(`SELECT COUNT(*) FROM journal WHERE objet_id = ${id} AND acte = 'contact.modifie'`))[0]), before);
	c.end();
	await until(async () => (await who.ask(mine)).status === 200, 'pages again');
	await who.ask(`${mine}/modifier`);
	assert.equal((await who.ask(`${mine}/modifier`, { bio: 'Écrit cette fois' })).status, 303);
});

test('as JSON, an absent database is an object with a code, and says when to come back', async () => {
	process.kill(pidOf('mariadb'), 'SIGKILL');
	let reply;
	await until(async () => (reply = await who.ask('/annuaire.json')).status === 503, '503').finally(up);
	assert.equal(JSON.parse(reply.text).error.code, 'unavailable');
	assert.ok(Number(reply.headers.get('retry-after')) > 0);
	await until(async () => (await who.ask('/annuaire.json')).status === 200, '200 again');
});

a.child.stdin.on('error', () => {});
b.child.stdin.on('error', () => {});
await runAll(() => { a.end(); b.end(); });
