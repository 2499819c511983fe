// The invented population: deterministic, complete, unique where it must be, quick.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MEN, SURNAMES, WOMEN } from './names.mjs';
import { DEMO } from './people.mjs';
import { demoLines, Population, slug } from './population.mjs';
import { Sandbox, test, TOKEN } from './t.mjs';

const everyone = (p) => Array.from({ length: p.size }, (_, i) => p.contact(i));
const counted = (list) => list.reduce((n, k) => ({ ...n, [k]: (n[k] ?? 0) + 1 }), {});

test('population: the same seed gives the same people, another seed others', () => {
	assert.deepEqual(everyone(new Population(300, 5)), everyone(new Population(300, 5)));
	assert.notDeepEqual(new Population(300, 5).contact(200), new Population(300, 6).contact(200));
	assert.deepEqual(new Population(1000000, 5).contact(250), new Population(300, 5).contact(250));
});

test('population: demo.tsv names the first ten', () => {
	assert.equal(readFileSync(new URL('demo.tsv', import.meta.url), 'utf8'), demoLines());
	const p = new Population(1400, 9);
	assert.deepEqual(
		DEMO.map((d) => d.name).join(' '),
		'adm sal cooP benP benL bout tw pro anc ca',
	);
	DEMO.forEach((d, i) => assert.equal(p.contact(i).email, d.email));
});

test('population: the ten publics, the statuses, the board of twelve, a coordinator for each group', () => {
	const all = everyone(new Population(1400, 1));
	const kinds = counted(all.flatMap((c) => (c.types_benevolat ?? '').split(';').filter(Boolean)));
	assert.equal(Object.keys(kinds).length, 10);
	assert.equal(kinds.ca, 12);
	const status = counted(all.map((c) => c.statut_contact || 'none'));
	assert.ok(
		status.confirme > 900 && status.prospect > 110 && status.ancien > 70 && status.none > 80,
		JSON.stringify(status),
	);
	const staff = all.filter((c) => c.type_contact === 'salarie').length;
	assert.ok(staff >= 35 && staff <= 65, String(staff));
	const led = new Set(
		all
			.filter((c) => c.types_mission?.includes('coordination'))
			.flatMap((c) => (c.groupe_benevole ?? '').split(';'))
			.filter(Boolean),
	);
	assert.ok(led.size >= 15);
});

test('population: accents, particles, apostrophes, overseas, Corsica, leading zero, odd dates, shared addresses', () => {
	const all = everyone(new Population(1400, 1)),
		has = (k, re) => all.some((c) => re.test(c[k] ?? ''));
	for (const [k, re] of [
		['lastname', /^d’/],
		['lastname', /^de la /],
		['lastname', /^du /],
		['lastname', /^Le /],
		['lastname', /^van /],
		['lastname', /-/],
		['lastname', /N’/],
		['firstname', /ï|ë/],
		['zip', /^97/],
		['zip', /^98/],
		['zip', /^20\d{3}$/],
		['zip', /^0\d{4}/],
		['phone', /^\+33/],
		['phone', /^06\./],
		['phone', /^\+262/],
		['date_of_birth', /^31\/02\//],
		['date_of_birth', /^\d{4}-/],
		['date_of_birth', /^\d\d\//],
	])
		assert.ok(has(k, re), `${k} ${re}`);
	const mails = counted(all.map((c) => c.email).filter(Boolean));
	const shared = Object.values(mails).filter((n) => n > 1);
	assert.ok(shared.length > 10 && shared.every((n) => n === 2));
	assert.ok(
		all.every((c) => !c.email || /@(example\.(org|com|net)|\w+\.example)$/.test(c.email)),
	);
	assert.ok(all.some((c) => c.email === null) && all.some((c) => c.phone === null));
});

test('population: no two names of the lists give the same address', () => {
	for (const list of [[...WOMEN, ...MEN], SURNAMES])
		assert.equal(new Set(list.map(slug)).size, list.length);
});

test('population: ids rise, go back to their order, and pass 32 bits', () => {
	const p = new Population(5000, 3);
	for (let i = 0; i < p.size; i++) {
		assert.equal(p.atLeast(p.id(i)), i);
		assert.equal(p.atLeast(p.id(i) + 1), i + 1);
	}
	assert.ok(p.id(4999) > 2 ** 32);
	assert.equal(p.atLeast(0), 0);
});

test('population: crm mix adds only people who never volunteer', () => {
	const p = new Population(3000, 1, 'crm');
	for (let i = 1400; i < 3000; i++)
		assert.ok(!p.contact(i).statut_contact && !p.contact(i).type_contact);
});

test('population: 100,000 are listed in little memory', async () => {
	const box = await Sandbox.start('--population', '100000');
	try {
		const headers = { Authorization: `Bearer ${TOKEN}` };
		const names =
			'lastname,firstname,email,phone,city,zip,statut_contact,types_benevolat,groupe_benevole';
		let after = '1',
			pages = 0;
		for (; after && pages < 200; pages++) {
			const res = await fetch(
				`${box.url}/crm/objects/2026-09/contacts?limit=100&after=${after}&properties=${names}`,
				{ headers },
			);
			after = (await res.json()).paging?.next.after;
		}
		assert.equal(pages, 200);
		assert.ok((await box.control('status')).memory_mb < 300);
	} finally {
		await box.close();
	}
});
