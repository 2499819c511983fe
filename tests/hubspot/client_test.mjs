// The sandbox checked with HubSpot's own client, and the signatures with its own and with vectors.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Client, Signature } from '@hubspot/api-client';
import { acceptV1, acceptV3, signV1, signV3, signedUrl } from './signature.mjs';
import { Sandbox, SECRET, test, TOKEN } from './t.mjs';

const VECTORS =
	process.env.SIGNATURE_VECTORS ?? new URL('signature-vectors.json', import.meta.url).pathname;
let box, client;

test('start, for the official client', async () => {
	box = await Sandbox.start();
	client = new Client({ accessToken: TOKEN, basePath: box.url, numberOfApiCallRetries: 0 });
});

test('client: getAll pages through everyone, once, by rising id', async () => {
	const all = await client.crm.contacts.getAll(100, undefined, ['email', 'statut_contact']);
	const ids = all.map((c) => Number(c.id));
	assert.equal(all.length, 1400);
	assert.ok(ids.every((id, i) => i === 0 || id > ids[i - 1]));
	assert.equal(all[0].properties.email, 'maud.ferrandis@siege.example');
	assert.ok(all[0].createdAt instanceof Date && all[0].archived === false);
});

test('client: a page, its link to the next, its default and asked properties', async () => {
	const page = await client.crm.contacts.basicApi.getPage(3, undefined, ['city', 'not_defined']);
	assert.equal(page.results.length, 3);
	assert.deepEqual(Object.keys(page.results[0].properties).sort(), [
		'city',
		'createdate',
		'hs_object_id',
		'lastmodifieddate',
	]);
	const next = await client.crm.contacts.basicApi.getPage(3, page.paging.next.after);
	assert.equal(next.results[0].id, page.paging.next.after);
	assert.deepEqual(Object.keys(next.results[0].properties).sort(), [
		'createdate',
		'email',
		'firstname',
		'hs_object_id',
		'lastmodifieddate',
		'lastname',
	]);
});

test('client: read one by id and by address; 404 for nobody', async () => {
	const one = await client.crm.contacts.basicApi.getById('33451', ['lastname']);
	assert.equal(one.properties.lastname, 'Ferrandis');
	const same = await client.crm.contacts.basicApi.getById(
		'Maud.Ferrandis@siege.example',
		['lastname'],
		undefined,
		undefined,
		undefined,
		'email',
	);
	assert.equal(same.id, one.id);
	await assert.rejects(client.crm.contacts.basicApi.getById('999'), (e) => e.code === 404);
});

test('client: batch read, whole and with missing ids', async () => {
	const body = (ids) => ({
		inputs: ids.map((id) => ({ id })),
		properties: ['email'],
		propertiesWithHistory: [],
	});
	const whole = await client.crm.contacts.batchApi.read(body(['33451', '33504']));
	assert.equal(whole.results.length, 2);
	const some = await client.crm.contacts.batchApi.read(body(['33451', '999']));
	assert.equal(some.results.length, 1);
	assert.equal(some.numErrors, 1);
	assert.deepEqual(some.errors[0].context.ids, ['999']);
});

test('client: search with filters, sort and paging', async () => {
	const filter = { propertyName: 'statut_contact', operator: 'EQ', value: 'confirme' };
	const ask = (after) =>
		client.crm.contacts.searchApi.doSearch({
			filterGroups: [{ filters: [filter] }],
			sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
			properties: ['statut_contact'],
			limit: 200,
			after,
		});
	const seen = [];
	for (let after = '0'; after;) {
		const page = await ask(after);
		seen.push(...page.results);
		after = page.paging?.next?.after;
		assert.ok(after === undefined || page.total > seen.length);
	}
	assert.ok(seen.length > 900 && seen.every((c) => c.properties.statut_contact === 'confirme'));
	assert.equal(new Set(seen.map((c) => c.id)).size, seen.length);
});

test('client: property definitions with French labels and options', async () => {
	const { results } = await client.crm.properties.coreApi.getAll('contacts');
	const byName = new Map(results.map((p) => [p.name, p]));
	assert.equal(byName.get('statut_contact').options[1].label, 'Confirmé');
	assert.equal(byName.get('types_benevolat').fieldType, 'checkbox');
	assert.equal(byName.get('types_benevolat').options.length, 10);
	const mapping = readFileSync(new URL('../../etc/hubspot.mapping', import.meta.url), 'utf8');
	const mapped = [...mapping.matchAll(/^\w+ *= *(\w+)/gm)].map((m) => m[1]);
	assert.ok(mapped.length > 0);
	assert.deepEqual(mapped.filter((name) => !byName.has(name)), []);
	assert.equal(
		(await client.crm.properties.coreApi.getByName('contacts', 'zip')).label,
		'Code postal',
	);
});

test('client: owners, lists, associations', async () => {
	assert.equal((await client.crm.owners.ownersApi.getPage()).results.length, 3);
	const page = await client.crm.lists.membershipsApi.getPage('12', undefined, undefined, 250);
	assert.equal(page.results.length, 250);
	assert.ok(page.paging.next.after);
	const some = await client.crm.associations.v4.batchApi.getPage('contacts', 'companies', {
		inputs: [{ id: '33663' }, { id: '33451' }],
	});
	assert.equal(some.results.length + some.errors.length, 2);
});

test('client: the token decides; a rotated one works at once', async () => {
	const other = new Client({
		accessToken: 'pat-eu1-other',
		basePath: box.url,
		numberOfApiCallRetries: 0,
	});
	await assert.rejects(other.crm.contacts.basicApi.getPage(1), (e) => e.code === 401);
});

test('client: every write is refused with 403 and counted', async () => {
	const writes = [
		() => client.crm.contacts.basicApi.create({ properties: { email: 'x@example.org' } }),
		() => client.crm.contacts.basicApi.update('33451', { properties: { city: 'X' } }),
		() => client.crm.contacts.basicApi.archive('33451'),
		() =>
			client.crm.contacts.batchApi.update({
				inputs: [{ id: '33451', properties: { city: 'X' } }],
			}),
		() =>
			client.crm.contacts.basicApi.merge({
				primaryObjectId: '33451',
				objectIdToMerge: '33504',
			}),
		() => client.crm.contacts.basicApi.purge({ objectId: '33451' }),
	];
	for (const write of writes)
		await assert.rejects(
			write(),
			(e) => e.code === 403 && e.body.category === 'MISSING_SCOPES',
		);
	assert.equal((await box.control('counters')).writes, writes.length);
	assert.equal((await box.control('contact?id=33451')).properties.city, 'Paris');
});

test('stop, for the official client', () => box.close());

test('signatures: the same as the official client computes', () => {
	const body = '[{"propertyValue":"L’Haÿ 🌻"}]',
		url = 'https://essaim.example/hubspot/webhook?a=b',
		timestamp = '1795000000000';
	const options = { url, requestBody: body, timestamp: Number(timestamp), clientSecret: SECRET };
	assert.equal(
		signV3(SECRET, 'POST', url, body, timestamp),
		Signature.getSignature('POST', 'v3', options),
	);
	assert.equal(signV1(SECRET, body), Signature.getSignature('POST', 'v1', options));
});

test('signatures: the test vectors are accepted and refused as they say', () => {
	assert.ok(existsSync(VECTORS), `no ${VECTORS}`);
	for (const v of JSON.parse(readFileSync(VECTORS, 'utf8'))) {
		const verdict = v.version === 'v3' ? acceptV3(v) : acceptV1(v);
		assert.equal(verdict ? 'accept' : 'refuse', v.expect, v.name);
		if (v.name.startsWith('query string')) assert.equal(signedUrl(v.url), v.signed_url);
	}
});
