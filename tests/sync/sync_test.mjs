// The sync under everything that can go wrong: after it, the platform says what the CRM says.
// KILLS (default 6) and MINUTES (default 0.05) make it a campaign; SHARED people
// (350, with POPULATION 400) change in one millisecond; SEED repeats one.
import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { Crm } from './crm.mjs';
import { runAll, sleep, test, until } from '../faults/lib.mjs';

const SHARED = Number(process.env.SHARED ?? 350), KILLS = Number(process.env.KILLS ?? 6), MINUTES = Number(process.env.MINUTES ?? 0.05);
let seed = Number(process.env.SEED ?? Date.now() % 1000000);
const first = seed;
const random = n => (seed = (seed * 48271 + 1) % 2147483647) % n;

console.log(`SEED=${first} KILLS=${KILLS} MINUTES=${MINUTES}`);
const crm = await Crm.start('--population', process.env.POPULATION ?? '400');
// Random changes close some: more than a few in the hour that all this takes.
crm.settings = { 'hubspot.brake_least': '120' };
crm.conf();
const same = async () => assert.deepEqual(await crm.differences(), []);
const clean = () => assert.deepEqual(crm.broken(), [0, 0, 0, 0, 0, 0, 0]);

// A run that has begun has asked the CRM something more.
async function asked()
{
	const calls = async () => (await crm.box.control('counters')).total, { total } = await crm.box.control('counters');

	await until(async () => await calls() > total, 'the first call of the run');
}

// Runs until one succeeds, as cron does.
async function again(...args)
{
	for (let i = 0; i < 10; i++) {
		const run = await crm.sync(...args);
		if (run.status === 0)
			return run;
		assert.equal(run.status, 1, run.err);
	}
	assert.fail('ten runs have failed');
}

test('killed at any moment of a full run, it starts again and ends with the truth', async () => {
	for (let i = 0; i < KILLS; i++) {
		const run = crm.begin('--full');
		await sleep(30 + random(700));
		run.kill('SIGKILL');
		await run.done;
		clean();
	}
	await again('--full');
	await same();
});

test('killed at any moment of following changes, nothing is lost', async () => {
	for (let i = 0; i < KILLS; i++) {
		await crm.box.control('contacts/churn', { n: 20, seed: random(100000) });
		const run = crm.begin();
		await sleep(20 + random(300));
		run.kill('SIGKILL');
		await run.done;
		clean();
	}
	await again();
	await again('--full', '--force-removals');
	await same();
});

test('several at once: one works, the next takes over from it, the others say so and leave', async () => {
	const runs = Array.from({ length: 4 }, () => crm.begin('--for', '3', '--every', '1'));
	const ends = await Promise.all(runs.map(run => run.done));
	const tours = crm.rows(`SELECT JSON_OBJECT('debut', debut, 'fin', fin, 'etat', etat) FROM sync_tour ORDER BY id DESC LIMIT 2`);

	assert.deepEqual(ends.map(end => end.status), [0, 0, 0, 0]);
	assert.equal(ends.filter(end => /another one is running/.test(end.err)).length, 2, JSON.stringify(ends));
	assert.deepEqual(tours.map(tour => tour.etat), ['fait', 'fait']);
	assert.ok(tours[0].debut >= tours[1].fin, JSON.stringify(tours));
});

for (const fault of ['429', '500', 'reset', 'cut', 'truncated', 'html', 'foreign', 'empty'])
	test(`an answer that is ${fault}: the page is applied whole or not at all`, async () => {
		const known = await crm.box.control('faults', { kind: fault, next: 2 });
		if (known.error)
			assert.fail(`the sandbox does not know ${fault}: ${JSON.stringify(known)}`);
		await crm.box.control('contacts/churn', { n: 15, seed: random(100000), kinds: { update: 1 } });
		const run = await crm.sync();
		assert.ok([0, 1].includes(run.status), JSON.stringify(run));
		clean();
		await crm.box.control('faults/clear', {});
		await again();
		await same();
	});

test('connections killed in the middle: tried again, and right in the end', async () => {
	await crm.box.control('contacts/churn', { n: 200, seed: random(100000), kinds: { update: 1 } });
	const run = crm.begin('--full');
	for (let i = 0; i < 8; i++) {
		await sleep(60);
		for (const id of crm.admin(`SELECT id FROM information_schema.processlist WHERE db = '${crm.name}'`).split('\n').filter(Boolean))
			crm.admin(`KILL ${id}`);
	}
	await run.done;
	clean();
	await again('--full');
	await same();
});

test('a list that loses most people closes nobody, and says how to go on', async () => {
	const open = () => Number(crm.sql('SELECT COUNT(*) FROM contact WHERE acces > 0'));
	const before = open();
	const ids = (await crm.box.dump('?state=live')).slice(20, 220).map(contact => contact.id);

	await crm.box.control('contacts/archive', { ids });
	const braked = await crm.sync('--full');
	assert.equal(braked.status, 1);
	assert.match(braked.err, /nothing was closed .*--force-removals/);
	assert.equal(open(), before);
	assert.match(crm.sql('SELECT message FROM sync_tour ORDER BY id DESC LIMIT 1'), /nothing was closed/);
	assert.equal((await crm.sync('--full', '--force-removals')).status, 0);
	await same();
	await crm.box.control('contacts/restore', { ids });
	await again('--full');
	await same();
});

test('by polling alone, a change shows while one run lasts', async () => {
	const { id } = (await crm.box.dump('?state=live'))[30];
	const run = crm.begin('--for', '40', '--every', '5');

	await asked();
	await crm.box.control('contacts/update', { id, properties: { city: 'Ville du sondage' } });
	await until(() => crm.sql(`SELECT ville FROM contact WHERE hubspot_id = ${id}`).startsWith('Ville du sondage'), 'the change');
	run.kill('SIGTERM');
	assert.equal((await run.done).status, 0);
});

// Between the programs and the database: lets all pass, but cuts each COMMIT's answer off when \`cut\` says so.
function deafCommit(path, cut)
{
	const server = createServer(client => {
		const db = connect(process.env.DB_SOCKET);
		let deaf = false;

		client.on('data', bytes => {
			deaf ||= bytes.includes('COMMIT') && cut();
			db.write(bytes);
		});
		db.on('data', bytes => deaf ? (client.destroy(), db.end()) : client.write(bytes));
		for (const [one, other] of [[client, db], [db, client]])
			one.on('error', () => other.destroy()).on('close', () => other.destroy());
	});

	return new Promise(go => server.listen(path, () => go(server)));
}

test('COMMIT whose answer is lost: exit 1, nothing is written twice, nothing is missing', async () => {
	const path = join(crm.dir, 'deaf');
	let commits = 0;
	const server = await deafCommit(path, () => ++commits % 3 === 0);

	crm.conf({ 'db.socket': path });
	for (let i = 0; i < 4; i++) {
		await crm.box.control('contacts/create', { n: 5, properties: { lastname: 'Perdu', statut_contact: 'confirme' } });
		const run = await crm.sync('--full');
		assert.equal(run.status, 1, JSON.stringify(run));
		clean();
	}
	server.close();
	crm.conf();
	await again('--full');
	await same();
	assert.equal(crm.sql('SELECT COUNT(*) - COUNT(DISTINCT hubspot_id) FROM contact WHERE hubspot_id IS NOT NULL').trim(), '0');
	assert.equal(crm.sql(`SELECT COUNT(*) FROM (SELECT objet_id FROM journal WHERE acte = 'contact.cree' GROUP BY objet_id HAVING COUNT(*) > 1) d`).trim(), '0');
});

test('a property that HubSpot no longer defines: exit 2, named, nothing changed', async () => {
	const before = crm.sql('SELECT COUNT(*), MAX(crm_lu_le) FROM contact');

	await crm.box.control('properties/remove', { name: 'magasin' });
	const run = await crm.sync('--full');
	assert.equal(run.status, 2);
	assert.match(run.err, /magasin/);
	assert.equal(crm.sql('SELECT COUNT(*), MAX(crm_lu_le) FROM contact'), before);
	await crm.box.control('properties/set', { name: 'magasin', label: 'Magasin', type: 'enumeration', fieldType: 'select', options: ['A'] });
	await again('--full');
});

test('labels, options and properties follow HubSpot; values nobody announced are kept and shown', async () => {
	const option = value => crm.sql(`SELECT o.libelle, o.retire_le IS NULL FROM champ_option o JOIN champ f ON f.id = o.champ_id
		WHERE f.cle = 'thematiques' AND o.valeur = '${value}'`).trim();
	const [value] = crm.sql(`SELECT v.valeur FROM champ_valeur v JOIN champ f ON f.id = v.champ_id AND f.cle = 'thematiques'
		GROUP BY v.valeur ORDER BY COUNT(*) DESC LIMIT 1`).split('\n');
	const { id } = (await crm.box.dump('?state=live')).find(c => c.properties?.statut_contact === 'confirme');

	await crm.box.control('properties/option', { name: 'thematiques', value, label: 'Autrement dit' });
	await crm.box.control('properties/set', { name: 'nouvelle_ici', label: 'Nouvelle', type: 'string', fieldType: 'text' });
	await crm.box.control('contacts/update', { id, properties: { thematiques: `${value};jamais annoncee` } });
	await again('--full');
	assert.equal(option(value), 'Autrement dit\t1');
	assert.equal(crm.sql(`SELECT libelle, maison FROM crm_propriete WHERE nom = 'nouvelle_ici'`).trim(), 'Nouvelle\t1');
	assert.equal(crm.sql(`SELECT COUNT(*) FROM champ_valeur v JOIN contact c ON c.id = v.contact_id
		WHERE c.hubspot_id = ${id} AND v.valeur = 'jamais annoncee'`).trim(), '1');
	await crm.box.control('properties/option', { name: 'thematiques', value, new_value: 'tout autre' });
	await again('--full');
	assert.equal(option(value), 'Autrement dit\t0');
	assert.equal(option('tout autre'), 'Autrement dit\t1');
	await same();
});

test('the token of another account is refused', async () => {
	await crm.box.control('account', { portal: 34 });
	const run = await crm.sync('--full');
	assert.equal(run.status, 2);
	assert.match(run.err, /account 34/);
	await crm.box.control('account', { portal: 33 });
});

test('the day is used up: no call more, and none at the next start', async () => {
	const refused = async () => (await crm.box.control('counters')).refused_429;
	const before = await refused();

	await crm.box.control('rates', { on: true, daily: 1000, used: 996 });
	const run = await crm.sync('--full');
	assert.equal(run.status, 1);
	assert.match(run.err, /no more calls today/);
	assert.match(crm.sql('SELECT message FROM sync_tour ORDER BY id DESC LIMIT 1'), /no more calls today/);
	assert.equal(crm.sql(`SELECT valeur FROM sync_etat WHERE cle = 'appels_restants'`).trim(), '0');
	const { total } = await crm.box.control('counters');
	assert.equal((await crm.sync()).status, 1);
	assert.equal((await crm.box.control('counters')).total, total);
	assert.equal(await refused(), before);
	await crm.box.control('rates', { on: false });
	crm.sql(`UPDATE sync_etat SET valeur = 1 WHERE cle = 'attendre'`);
	await again();
	await same();
});

test('the search index late, out of order, clocks apart, thousands in one millisecond', async () => {
	await crm.box.control('index', { lag: 2500, jitter: 500, disorder: 0.1 });
	await crm.box.control('clock', { skew: 600000 });
	await crm.box.control('contacts/share', { n: SHARED, properties: { city: 'Villeneuve' } });
	const run = crm.begin('--for', '8', '--every', '1');
	await asked();
	await crm.box.control('contacts/churn', { n: 40, seed: random(100000), kinds: { update: 1 } });
	const ended = await run.done;
	assert.equal(ended.status, 0, ended.err);
	await crm.box.control('clock', { skew: 0 });
	await crm.box.control('index', { lag: 0, jitter: 0, disorder: 0 });
	await same();
});

test('faults at random while the CRM goes on changing, then equality', async () => {
	const end = Date.now() + MINUTES * 60000;

	await crm.box.control('faults', { kind: 'any', p: 0.2, seed: random(100000) });
	while (Date.now() < end) {
		await crm.box.control('contacts/churn', { n: 10, seed: random(100000) });
		const run = crm.begin(...(random(6) === 0 ? ['--full'] : ['--for', '2', '--every', '1']));
		if (random(3) === 0) {
			await sleep(random(1500));
			run.kill('SIGKILL');
		}
		const { status, err } = await run.done;
		assert.ok([0, 1, 'SIGKILL'].includes(status), `${status} ${err}`);
		clean();
	}
	await crm.box.control('faults/clear', {});
	await again('--full', '--force-removals');
	await same();
});

test('not one write call, of any kind, in all that', async () => {
	const { writes, total } = await crm.box.control('counters');

	assert.equal(writes, 0);
	assert.ok(total > 50);
});

await runAll(() => crm.close());
