// What people do in the CRM, and how the API shows it.

import assert from 'node:assert/strict';
import { CONTACTS, Sandbox, test, walk } from './t.mjs';

let box;
const one = (id, more = '') =>
	box.get(
		`${CONTACTS}/${id}?properties=email,city,hs_merged_object_ids,hs_additional_emails${more}`,
	);
const batch = (...ids) =>
	box.post(`${CONTACTS}/batch/read`, {
		inputs: ids.map((id) => ({ id })),
		properties: ['email'],
	});
const fresh = (properties = {}) => box.control('contacts/create', { properties });

test('start, for the changes', async () => {
	box = await Sandbox.start();
	await box.control('merges', { silent: false });
});

test('changes: a change moves lastmodifieddate, an equal value does not', async () => {
	const before = await box.control('contact?name=benL');
	const same = await box.control('contacts/update', {
		name: 'benL',
		properties: { city: before.properties.city },
	});
	assert.equal(same.updatedAt, before.updatedAt);
	const moved = await box.control('contacts/update', {
		name: 'benL',
		properties: { statut_contact: 'ancien' },
	});
	assert.ok(moved.updatedAt > before.updatedAt);
	const { body } = await box.get(`${CONTACTS}/${moved.id}?properties=statut_contact`);
	assert.equal(body.properties.statut_contact, 'ancien');
});

test('changes: archived is out of list, read, batch and search, without a new date; restored is back', async () => {
	const { id, updatedAt } = await fresh({ email: 'archive@example.org' });
	const { archivedAt } = await box.control('contacts/archive', { id });
	assert.equal((await one(id)).status, 404);
	assert.equal((await batch(id)).status, 207);
	assert.ok(!(await walk(box, 0)).some((c) => c.id === id));
	const { body } = await box.get(`${CONTACTS}?archived=true&limit=100`);
	assert.deepEqual(
		body.results.map((c) => [c.id, c.archived, c.archivedAt, c.updatedAt]),
		[[id, true, archivedAt, updatedAt]],
	);
	assert.equal((await one(id, '&archived=true')).status, 200);
	await box.control('contacts/restore', { id });
	assert.equal((await one(id)).body.id, id);
});

test('changes: erased is nowhere', async () => {
	const { id } = await fresh({ email: 'efface@example.org', lastname: 'Secret' });
	await box.control('contacts/erase', { id });
	assert.equal((await one(id)).status, 404);
	assert.equal((await one(id, '&archived=true')).status, 404);
	assert.deepEqual(
		(await box.dump('?state=erased')).map((c) => c),
		[{ id, state: 'erased' }],
	);
});

test('changes: merged ids lead to a third one, which lists them', async () => {
	const a = await fresh({ email: 'a@example.org', city: 'Brest' }),
		b = await fresh({ email: 'b@example.org', city: 'Metz' });
	const s = await box.control('contacts/merge', { primary: a.id, others: [b.id] });
	assert.ok(Number(s.id) > Number(b.id));
	for (const id of [a.id, b.id]) assert.equal((await one(id)).body.id, s.id);
	assert.deepEqual(
		(await batch(a.id, b.id)).body.results.map((c) => c.id),
		[s.id],
	);
	const { properties } = (await one(s.id)).body;
	assert.deepEqual(
		[
			properties.email,
			properties.city,
			properties.hs_additional_emails,
			properties.hs_merged_object_ids,
		],
		['a@example.org', 'Brest', 'b@example.org', `${a.id};${b.id}`],
	);
	assert.equal((await box.get(`${CONTACTS}/b@example.org?idProperty=email`)).body.id, s.id);
});

test('changes: a merge may keep the primary; batch may say nothing; merges chain', async () => {
	const [a, b, c] = [await fresh({ email: 'k@example.org' }), await fresh(), await fresh()];
	const s = await box.control('contacts/merge', { primary: a.id, others: [b.id], keep: true });
	assert.equal(s.id, a.id);
	const t = await box.control('contacts/merge', { primary: c.id, others: [a.id] });
	assert.equal((await one(b.id)).body.id, t.id);
	assert.deepEqual(
		t.properties.hs_merged_object_ids.split(';').sort(),
		[a.id, b.id, c.id].sort(),
	);
	await box.control('merges', { silent: true });
	const silent = await batch(b.id, t.id);
	assert.deepEqual(
		[silent.status, silent.body.results.length, silent.body.errors],
		[200, 1, undefined],
	);
	await box.control('merges', { silent: false });
});

test('changes: thousands in one millisecond are all walked', async () => {
	const { n, ms } = await box.control('contacts/share', {
		n: 1200,
		properties: { city: 'Même instant' },
	});
	const seen = await walk(box, ms);
	assert.equal(n, 1200);
	assert.equal(seen.filter((c) => Date.parse(c.updatedAt) === ms).length, 1200);
});

test('changes: properties are added, renamed, removed; options too', async () => {
	await box.control('properties/set', { name: 'nouveau_champ', label: 'Nouveau champ' });
	await box.control('contacts/update', { name: 'benP', properties: { nouveau_champ: 'oui' } });
	const read = async (names) =>
		(
			await box.get(
				`${CONTACTS}/${(await box.control('contact?name=benP')).id}?properties=${names}`,
			)
		).body.properties;
	assert.equal((await read('nouveau_champ')).nouveau_champ, 'oui');
	await box.control('properties/remove', { name: 'nouveau_champ' });
	assert.ok(!('nouveau_champ' in (await read('nouveau_champ'))));
	await box.control('properties/option', {
		name: 'groupe_benevole',
		value: 'Groupe local de Paris',
		new_value: 'Groupe local de Paris et environs',
		label: 'Groupe local de Paris et environs',
	});
	assert.equal(
		(await read('groupe_benevole')).groupe_benevole,
		'Groupe local de Paris et environs',
	);
	const d = await box.control('properties/option', {
		name: 'magasin',
		value: 'Magasin nouveau',
		label: 'Magasin nouveau',
	});
	assert.equal(d.options.at(-1).value, 'Magasin nouveau');
});

test('changes: random ones are the same for a seed, and never touch the demonstration people', async () => {
	const other = await Sandbox.start();
	const kinds = ['update', 'create', 'archive', 'erase', 'merge', 'restore'];
	const clean = (all) =>
		all.map(({ updatedAt, createdAt, archivedAt, ...c }) =>
			JSON.stringify(c, (k, v) => (k === 'hs_calculated_merged_vids' ? undefined : v)),
		);
	const twin = await Sandbox.start();
	for (const b of [other, twin]) await b.control('contacts/churn', { n: 300, seed: 4, kinds });
	const [a, b] = [await other.dump(), await twin.dump()];
	assert.deepEqual(clean(a), clean(b));
	assert.equal(new Set(a.map((c) => c.state)).size, 4);
	assert.ok(a.slice(0, 10).every((c) => c.state === 'live'));
	await Promise.all([other.close(), twin.close()]);
});

test('changes: hostile values pass through unharmed', async () => {
	const { ids } = await box.control('contacts/hostile', {});
	const truth = new Map((await box.dump('?state=live')).map((c) => [c.id, c.properties]));
	const { body } = await box.post(`${CONTACTS}/batch/read`, {
		inputs: ids.map((id) => ({ id })),
		properties: ['lastname', 'city'],
	});
	assert.equal(body.results.length, ids.length);
	for (const c of body.results) assert.equal(c.properties.city, truth.get(c.id).city ?? null);
});

test('changes: the list is the truth of the dump', async () => {
	const live = (await box.dump('?state=live')).map((c) => c.id),
		listed = [];
	for (let after = '0'; after;) {
		const { body } = await box.get(`${CONTACTS}?limit=100&after=${after}`);
		listed.push(...body.results.map((c) => c.id));
		after = body.paging?.next.after;
	}
	assert.deepEqual(listed, live);
});

test('stop, for the changes', () => box.close());

test('changes: --state keeps them across a kill; another population is refused', async () => {
	const first = await Sandbox.start();
	const dir = `${first.dir}/state`;
	await first.down();
	await first.up('--state', dir);
	await first.control('contacts/churn', { n: 200, seed: 3 });
	await first.control('properties/set', { name: 'zip', label: 'CP' });
	const before = await first.dump();
	await new Promise((done) => setTimeout(done, 60));
	first.child.kill('SIGKILL');
	await first.up('--state', dir);
	assert.deepEqual(await first.dump(), before);
	assert.equal((await first.get('/crm/v3/properties/contacts/zip')).body.label, 'CP');
	await first.down();
	first.quiet = true;
	await assert.rejects(first.up('--state', dir, '--seed', '2'), /ended with 2/);
	await first.close();
});
