// The rules of the API: limits, windows, errors, rates, the late index.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTACTS, Sandbox, step, test, TOKEN, V3, walk } from './t.mjs';

let box;
const filters = (n) =>
	Array.from({ length: n }, () => ({ propertyName: 'city', operator: 'HAS_PROPERTY' }));
const groups = (n, each) => ({
	filterGroups: Array.from({ length: n }, () => ({ filters: filters(each) })),
});
const searchFor = (...list) =>
	box.post(`${CONTACTS}/search`, { filterGroups: [{ filters: list }], limit: 1 });

async function refused(promise, status, said) {
	const { status: got, body } = await promise;
	assert.equal(got, status, JSON.stringify(body));
	assert.equal(body.status, 'error');
	assert.match(body.message, said);
}

test('start, for the rules', async () => {
	box = await Sandbox.start('--population', '12000');
});

test('rules: a search stops at 10,000; the walk by id goes past', async () => {
	const far = await box.post(`${CONTACTS}/search`, { limit: 200, after: '9800' });
	assert.equal(far.body.results.length, 200);
	assert.equal(far.body.total, 12000);
	await refused(box.post(`${CONTACTS}/search`, { limit: 200, after: '9801' }), 400, /10000/);
	const seen = await walk(box, 0);
	assert.equal(seen.length, 12000);
	assert.equal(new Set(seen.map((c) => c.id)).size, 12000);
});

test('rules: the limits of list, batch and search', async () => {
	await refused(box.get(`${CONTACTS}?limit=101`), 400, /limit/);
	await refused(box.get(`${CONTACTS}?limit=0`), 400, /limit/);
	await refused(box.post(`${CONTACTS}/search`, { limit: 201 }), 400, /limit/);
	await refused(box.post(`${CONTACTS}/search`, groups(6, 1)), 400, /too many filterGroups/);
	await refused(box.post(`${CONTACTS}/search`, groups(1, 7)), 400, /too many filters/);
	await refused(box.post(`${CONTACTS}/search`, groups(4, 5)), 400, /too many filters/);
	await refused(
		box.post(`${CONTACTS}/search`, {
			sorts: [{ propertyName: 'city' }, { propertyName: 'zip' }],
		}),
		400,
		/sorts/,
	);
	await refused(box.post(`${CONTACTS}/search`, { query: 'x'.repeat(3001) }), 400, /query/);
	await refused(
		searchFor({ propertyName: 'nobody', operator: 'EQ', value: '1' }),
		400,
		/does not exist/,
	);
	await refused(
		searchFor({ propertyName: 'city', operator: 'LIKE', value: '1' }),
		400,
		/operator/,
	);
	await refused(
		searchFor({ propertyName: 'lastmodifieddate', operator: 'GTE', value: '2026-01-01' }),
		400,
		/milliseconds/,
	);
	const inputs = Array.from({ length: 101 }, (_, i) => ({ id: String(i) }));
	await refused(box.post(`${CONTACTS}/batch/read`, { inputs }), 400, /maximum number of inputs/);
	await refused(box.get('/crm/objects/2026-09/planets'), 404, /not found/);
});

test('rules: a URL that is too long gets HTML', async () => {
	const { status, body } = await box.get(`${CONTACTS}?properties=${'x,'.repeat(8100)}`);
	assert.equal(status, 414);
	assert.match(body, /<html>/);
});

test('rules: case of texts and of enumerations, IN, BETWEEN, tokens', async () => {
	const total = async (...list) => (await searchFor(...list)).body.total;
	const city = (operator, more) => ({ propertyName: 'city', operator, ...more });
	assert.equal(
		await total(city('EQ', { value: 'LILLE' })),
		await total(city('EQ', { value: 'lille' })),
	);
	assert.ok(
		(await total(city('IN', { values: ['lille', 'lyon'] }))) >
			(await total(city('EQ', { value: 'Lille' }))),
	);
	assert.equal(await total(city('IN', { values: ['Lille'] })), 0);
	assert.equal(
		await total({ propertyName: 'statut_contact', operator: 'EQ', value: 'CONFIRME' }),
		0,
	);
	const all = (await total(city('HAS_PROPERTY'))) + (await total(city('NOT_HAS_PROPERTY')));
	assert.equal(all, 12000);
	assert.ok((await total(city('CONTAINS_TOKEN', { value: 'vill*' }))) > 0);
	assert.equal(
		await total({
			propertyName: 'hs_object_id',
			operator: 'BETWEEN',
			value: '33451',
			highValue: '33504',
		}),
		2,
	);
	assert.ok(
		(await total({ propertyName: 'thematiques', operator: 'EQ', value: 'climat' })) > 100,
	);
});

test('rules: the dated and the numbered paths answer alike; dates with and without a fraction', async () => {
	const a = await box.get(`${CONTACTS}?limit=100`),
		b = await box.get(`${V3}?limit=100`);
	assert.deepEqual(a.body.results, b.body.results);
	const dates = a.body.results.map((c) => c.updatedAt);
	assert.ok(dates.some((d) => /:\d\dZ$/.test(d)) && dates.some((d) => /\.\d{3}Z$/.test(d)));
	const info = await box.get('/account-info/2026-09/details');
	assert.deepEqual([info.body.portalId, info.body.timeZone], [33, 'Europe/Paris']);
});

test('rules: gzip when asked, the token read at each call, an Origin refused by the controls', async () => {
	const res = await box.call('GET', `${CONTACTS}?limit=100`, undefined, {
		'Accept-Encoding': 'gzip',
	});
	assert.equal(res.headers.get('content-encoding'), 'gzip');
	assert.equal(res.body.results.length, 100);
	writeFileSync(join(box.dir, 'token'), 'another\n');
	assert.equal((await box.get(CONTACTS)).status, 401);
	writeFileSync(join(box.dir, 'token'), TOKEN);
	assert.equal((await box.get(CONTACTS)).status, 200);
	const page = await fetch(`${box.url}/_sandbox/status`, {
		headers: { Origin: 'http://127.0.0.1:8080' },
	});
	assert.equal(page.status, 403);
});

test('rules: 190 calls in ten seconds, then 429 with the body and the headers', async () => {
	const { span, searchSpan } = await box.control('rates', { on: true, burst: 190 });
	assert.deepEqual([span, searchSpan], [10000, 1000]);
	await box.control('rates', { span: 600000, searchSpan: 600000 }); // however slow the machine
	let last;
	for (let k = 0; k < 190; k++) last = await box.get(`${CONTACTS}?limit=1`);
	assert.equal(last.status, 200);
	assert.equal(last.headers.get('x-hubspot-ratelimit-remaining'), '0');
	const over = await box.get(`${CONTACTS}?limit=1`);
	assert.equal(over.status, 429);
	assert.equal(over.body.policyName, 'TEN_SECONDLY_ROLLING');
	assert.equal(over.headers.get('x-hubspot-ratelimit-max'), '190');
	assert.equal(over.headers.get('retry-after'), null);
});

test('rules: five searches a second, no rate headers on them, not counted in the ten seconds', async () => {
	await box.control('rates', { on: true });
	const got = [];
	for (let k = 0; k < 6; k++) got.push(await box.post(`${CONTACTS}/search`, step(2e12, 0)));
	assert.deepEqual(
		got.map((g) => g.status),
		[200, 200, 200, 200, 200, 429],
	);
	assert.equal(got[5].body.message, 'You have reached your secondly limit.');
	assert.equal(got[0].headers.get('x-hubspot-ratelimit-max'), null);
	assert.equal(
		(await box.get(`${CONTACTS}?limit=1`)).headers.get('x-hubspot-ratelimit-remaining'),
		'189',
	);
});

test('rules: the day', async () => {
	await box.control('rates', { on: true, daily: 1000, used: 999 });
	assert.equal(
		(await box.get(`${CONTACTS}?limit=1`)).headers.get('x-hubspot-ratelimit-daily-remaining'),
		'0',
	);
	assert.equal((await box.get(`${CONTACTS}?limit=1`)).body.policyName, 'DAILY');
	assert.equal((await box.control('counters')).refused_429, 3);
	await box.control('rates', { on: false });
	assert.equal(
		(await box.get(`${CONTACTS}?limit=1`)).headers.get('x-hubspot-ratelimit-max'),
		null,
	);
});

test('rules: the index is late, list and batch are not', async () => {
	const since = Date.now() - 1;
	await box.control('index', { lag: 3600000 });
	const { id } = await box.control('contacts/create', { properties: { lastname: 'Nouveau' } });
	await box.control('contacts/update', { name: 'benP', properties: { city: 'Sceaux' } });
	assert.equal((await walk(box, since)).length, 0);
	const old = await searchFor({
		propertyName: 'email',
		operator: 'EQ',
		value: 'agathe.rouviere@example.org',
	});
	assert.notEqual(
		old.body.results[0].updatedAt,
		(await box.control('contact?name=benP')).updatedAt,
	);
	assert.equal(
		(await box.get(`${CONTACTS}/${id}?properties=lastname`)).body.properties.lastname,
		'Nouveau',
	);
	await box.control('index/flush', {});
	assert.equal((await walk(box, since)).length, 2);
	await box.control('index', { lag: 50 });
	await box.control('contacts/create', { properties: { lastname: 'Suivant' } });
	while ((await walk(box, since)).length < 3) // it comes by itself
		await new Promise((done) => setTimeout(done, 50));
	await box.control('index', { lag: 0 });
});

test('rules: a late index shows who was archived, merged or erased, as they were', async () => {
	const [gone, merged, survivor, erased] = (await box.dump('?state=live')).slice(60, 64).map((c) => c.id);
	const found = async (id) =>
		(
			await box.post(`${CONTACTS}/search`, {
				filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'EQ', value: id }] }],
				properties: ['lastname'],
			})
		).body.results[0]?.properties.lastname;
	const before = await Promise.all([gone, merged, erased].map(found));

	await box.control('index', { lag: 3600000, jitter: 0 });
	await box.control('contacts/archive', { id: gone });
	const { id: born } = await box.control('contacts/merge', { primary: survivor, others: [merged] });
	await box.control('contacts/erase', { id: erased });
	assert.deepEqual(await Promise.all([gone, merged, erased].map(found)), before);
	assert.equal(await found(born), undefined);
	const read = await box.post(`${CONTACTS}/batch/read`, { inputs: [{ id: gone }, { id: erased }, { id: born }] });
	assert.deepEqual(read.body.results.map((r) => r.id), [born]);
	const archived = await box.post(`${CONTACTS}/batch/read?archived=true`, { inputs: [{ id: gone }, { id: erased }] });
	assert.deepEqual(archived.body.results.map((r) => r.id), [gone]);
	await box.control('index/flush', {});
	await box.control('index', { lag: 0 });
	assert.equal(await found(gone), undefined);
});

test('rules: many at once; a window of calls of another length', async () => {
	const { ids } = await box.control('contacts/archive', { n: 30, from: 100 });
	assert.equal(new Set(ids).size, 30);
	assert.equal((await box.dump('?state=archived')).filter((c) => ids.includes(c.id)).length, 30);
	await box.control('rates', { on: true, burst: 2, span: 30000, daily: 625000, used: 0 });
	const all = [];
	for (let i = 0; i < 3; i++) all.push(await box.get(`${CONTACTS}?limit=1`));
	assert.deepEqual(all.map((a) => a.status), [200, 200, 429]);
	assert.equal(all[0].headers.get('x-hubspot-ratelimit-interval-milliseconds'), '30000');
	await box.control('rates', { on: false, burst: 190, span: 10000, searchSpan: 1000 });
});

test('rules: the clock of the answers can be ahead', async () => {
	await box.control('clock', { skew: 3600000 });
	const { headers } = await box.get(`${CONTACTS}?limit=1`);
	assert.ok(Date.parse(headers.get('date')) - Date.now() > 3500000);
	await box.control('clock', { skew: 0 });
});

test('stop, for the rules', () => box.close());
