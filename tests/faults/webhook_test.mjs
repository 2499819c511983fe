// HubSpot's webhooks, end to end: what changes there shows here within two seconds.
import assert from 'node:assert/strict';
import { Base, runAll, test, until } from './lib.mjs';

const base = new Base();

async function crm(what, body)
{
	const reply = await fetch(`${process.env.SANDBOX}/_sandbox/${what}`, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body) });

	assert.equal(reply.status, 200, await reply.clone().text());
	return reply.json();
}

const town = async id => (await base.sql(`SELECT ville FROM contact WHERE hubspot_id = ${id}`))[0];
const queued = async () => Number((await base.sql('SELECT COUNT(*) FROM sync_file'))[0]);
const { contacts } = await crm('status');
assert.ok(contacts.live > 0);
// People whom no other test changes.
const [one, two, gone] = (await base.sql(`SELECT hubspot_id FROM contact WHERE statut = 'prospect' AND hubspot_id > 40000
	AND retire_le IS NULL ORDER BY hubspot_id DESC LIMIT 3`));

test('changes show one after the other; how soon is told', async () => {
	const times = [];

	for (let i = 0; i < 5; i++) {
		const began = Date.now();
		await crm('contacts/update', { id: one, properties: { city: `Ville ${i} du fil` } });
		await until(async () => await town(one) === `Ville ${i} du fil`, 'the change');
		times.push(Date.now() - began);
	}
	times.sort((a, b) => a - b);
	console.log(`# webhook to page: median ${times[2]} ms of ${times.join(' ')}`);
});

test('doubles, the wrong order and many at once do no harm', async () => {
	await crm('webhooks', { duplicates: 0.5, reversed: true, batch: 100 });
	for (let i = 0; i < 30; i++)
		await crm('contacts/update', { id: two, properties: { city: `Tour ${i}` } });
	await until(async () => await town(two) === 'Tour 29', 'the last one');
	await crm('webhooks', { duplicates: 0, reversed: false });
	const { refused, abandoned } = await crm('webhooks/quiet?ms=20000');
	assert.deepEqual({ refused, abandoned }, { refused: 0, abandoned: 0 });
});

for (const kind of ['signature', 'secret', 'old', 'future', 'url', 'body', 'unsigned', 'untimed', 'hex', 'wrong_v3_right_v1', 'method', 'not_json'])
	test(`forged: ${kind} is refused`, async () => {
		const { status } = await crm('webhooks/forge', { kind });

		assert.ok(status >= 400 && status < 500, `${kind}: ${status}`);
	});

test('erased for privacy there, erased here, once its absence is confirmed', async () => {
	const [id] = await base.sql(`SELECT id FROM contact WHERE hubspot_id = ${gone}`);
	const [nom] = await base.sql(`SELECT nom FROM contact WHERE id = ${id}`);

	await crm('contacts/erase', { id: gone });
	await until(async () => (await base.sql(`SELECT titre FROM objet WHERE id = ${id}`))[0] === 'Personne effacée', 'erased');
	assert.deepEqual(await base.sql(`SELECT nom, email, telephone FROM contact WHERE id = ${id}`), ['\t\t']);
	assert.equal((await base.sql(`SELECT COUNT(*) FROM contact_mot WHERE contact_id = ${id}`))[0], '0');
	assert.ok(nom.length > 0);
	await until(async () => await queued() === 0, 'the queue is empty');
});

await runAll(() => base.end());
