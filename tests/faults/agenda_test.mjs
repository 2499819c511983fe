// The last seat of an event, asked for by 50 people at once through nginx: one has it, 49 are told.
// What is owed to those who come, when the sender is killed.  A calendar that asks again and again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Base, Client, instance, runAll, stopJobs, test, until, up, url } from './lib.mjs';

const N = 50, base = new Base(), coop = new Client('cooP');
const sha = text => createHash('sha256').update(text).digest('hex');

// Volunteers of the demonstration, each with a session: { id, cookie, csrf }.
async function volunteers()
{
	const ids = await base.sql(`SELECT c.id FROM contact c WHERE c.acces = 2 AND NOT EXISTS
		(SELECT 1 FROM compte k WHERE k.contact_id = c.id) ORDER BY c.id LIMIT ${N}`);
	const people = ids.map(id => ({ id, token: randomBytes(32).toString('hex'), csrf: randomBytes(32).toString('hex') }));

	assert.equal(people.length, N);
	await base.sql(people.map(({ id, token, csrf }) => `INSERT INTO compte (contact_id, cree_le) VALUES (${id}, UTC_TIMESTAMP());
		INSERT INTO session (empreinte, contact_id, csrf, cree_le, vu_le, expire_le) VALUES (UNHEX('${sha(token)}'), ${id},
		'${csrf}', UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 1 HOUR)`).join(';\n'));
	return people;
}

async function event(places)
{
	const day = new Date(Date.now() + 20 * 86400000).toISOString().slice(0, 10);

	await coop.ask('/agenda/nouveau');
	const { status, location } = await coop.ask('/agenda/nouveau', { titre: `Dernière place ${Date.now()}`, debut: `${day}T19:00`,
		fin: `${day}T21:00`, visibilite: 'benevoles', places, publier: 1 });

	assert.equal(status, 303);
	return /\d+/.exec(location)[0];
}

async function comes(id, { token, csrf })
{
	const reply = await fetch(`${url}/agenda/${id}/inscription`, { method: 'POST', redirect: 'manual',
		headers: { cookie: `__Host-essaim=${token}` }, body: new URLSearchParams({ csrf }) });

	await reply.text();
	return reply.status === 303 ? new URL(reply.headers.get('location'), url).searchParams.get('fait') : reply.status;
}

const count = (list, what) => list.filter(one => one === what).length;
const counters = async id => (await base.sql(`SELECT CONCAT_WS(' ', d.pris, d.attente, SUM(p.etat = 'inscrit'),
	SUM(p.etat = 'attente'), COUNT(*)) FROM evenement_date d JOIN place p ON p.date_id = d.id WHERE d.evenement_id = ${id} GROUP BY d.id`))[0];

let people;

test('the last seat goes to exactly one of 50 at once', async () => {
	assert.equal((await coop.signIn()).status, 303);
	people = await volunteers();
	const id = await event(1);
	const told = await Promise.all(people.map(person => comes(id, person)));

	assert.equal(count(told, 'inscrit'), 1, told.join());
	assert.equal(count(told, 'attente') + count(told, 409), N - 1, told.join());
	assert.equal(await counters(id), `1 ${N - 1} 1 ${N - 1} ${N}`);
});

test('one person, 50 times at once, has one row', async () => {
	const id = await event(10);
	const told = await Promise.all(people.map(() => comes(id, people[0])));

	assert.equal(count(told, 'inscrit'), N, told.join());
	assert.equal(await counters(id), '1 0 1 0 1');
});

// ---- killed between what is owed and the mail ----

const program = [join(instance, 'inst', 'libexec', 'essaim', 'essaim-mail'),
	join(instance, '..', 'inst', 'libexec', 'essaim', 'essaim-mail')].find(existsSync);
const number = async text => Number((await base.sql(text))[0]);

// A sender at work, killed by SIGNAL once READY.
async function sender(signal, ready)
{
	await until(async () => await number("SELECT IS_FREE_LOCK('essaim.mail')") === 1, 'no other sender');
	const child = spawn(program, ['--for', '600'], { env: { ...process.env, ESSAIM_CONF: join(instance, 'essaim.conf') }, stdio: 'ignore' });
	const gone = new Promise(go => child.on('close', go));

	try {
		await until(ready, 'what the sender does');
	} finally {
		child.kill(signal);
		await gone;
	}
}

test('kill -9 of the sender between what is owed and its mail: nobody is told twice, nobody is missed', async () => {
	const holder = new Base(), some = people.slice(0, 5);

	await stopJobs();
	await base.sql('DELETE FROM evenement_avis'); // of the tests before: what is owed here is one turn's
	const id = await event(10);
	const owed = `SELECT COUNT(*) FROM evenement_avis WHERE evenement_id = ${id}`;
	const mails = `SELECT COUNT(*) FROM courriel WHERE objet_id = ${id} AND genre = 'evenement'`;

	try {
		for (const person of some)
			assert.equal(await comes(id, person), 'inscrit');
		assert.equal(await number(owed), some.length);
		// the mail of the third needs her registration, which is held: two are written in the same transaction
		await holder.sql(`BEGIN; SELECT id FROM inscription WHERE evenement_id = ${id} AND contact_id = ${some[2].id} FOR UPDATE`);
		await sender('SIGKILL', async () => await number("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'") > 0);
		await holder.sql('ROLLBACK');
		await until(async () => await number("SELECT IS_FREE_LOCK('essaim.mail')") === 1, 'the killed one is gone');
		assert.equal(await number(owed), some.length);
		assert.equal(await number(mails), 0);
		await sender('SIGTERM', async () => await number(owed) === 0);
		assert.equal(await number(mails), some.length);
		assert.equal(await number(mails.replace('*', 'DISTINCT contact_id')), some.length);
	} finally {
		holder.end();
		up();
	}
});

// ---- a calendar that asks again and again ----

async function feed()
{
	const { text } = await coop.ask('/agenda/abonnements', { quoi: 'moi' });

	return /\/agenda\/abonnements\/[0-9a-f]{48}\.ics/.exec(text)[0];
}

const asked = (way, n) => Promise.all(Array.from({ length: n }, async () => (await fetch(url + way)).status));

test('an address of a calendar that is asked for without end is told to wait, the others are not', async () => {
	await coop.ask('/agenda/abonnements');
	const one = await feed(), other = await feed();
	const told = await asked(one, 60);

	assert.ok(count(told, 200) >= 1 && count(told, 429) >= 1 && count(told, 200) + count(told, 429) === 60, told.join());
	assert.equal((await fetch(url + other)).status, 200);
});

await runAll(() => base.end());
