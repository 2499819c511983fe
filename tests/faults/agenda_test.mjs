// The last seat of an event, asked for by 50 people at once through nginx: one has it, 49 are told.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { Base, Client, runAll, test, url } from './lib.mjs';

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

await runAll(() => base.end());
