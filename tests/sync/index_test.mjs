// The search index is late, and shows for a while people who were archived, merged or erased: what it
// says is whom to read, no more.  Lists that end too early are not believed.
import assert from 'node:assert/strict';
import { Crm } from './crm.mjs';
import { runAll, test, until } from '../faults/lib.mjs';

const crm = await Crm.start('--population', '260');
const same = async () => assert.deepEqual(await crm.differences(), []);
const access = id => crm.sql(`SELECT acces FROM contact WHERE hubspot_id = ${id}`).trim();
const hour = 3600000;

async function people(n, from = 20)
{
	return (await crm.box.dump('?state=live')).filter(c => c.properties.statut_contact === 'confirme').slice(from, from + n).map(c => c.id);
}

// The search shows for an hour what it shows now.
async function late(change)
{
	await crm.box.control('index', { lag: hour });
	await change();
}

async function ok(...args)
{
	const run = await crm.sync(...args);

	assert.equal(run.status, 0, run.err);
	return run;
}

// A webhook named that contact.
const hook = (id, erased = 0) => crm.sql(`REPLACE INTO sync_file VALUES (${id}, UTC_TIMESTAMP(3), ${erased})`);

test('a first list that is empty, or ends early, is not believed; the next run goes on', async () => {
	await crm.box.control('faults', { kind: 'empty', match: 'list', next: 1 });
	const empty = await crm.sync();
	assert.equal(empty.status, 1, empty.err);
	assert.match(empty.err, /ended after 0 of 260/);
	await crm.box.control('faults', { rules: [{ kind: 'last', match: 'list', next: 1 }] });
	const cut = await crm.sync();
	assert.equal(cut.status, 1, cut.err);
	assert.match(cut.err, /ended after 100 of 260/);
	assert.equal(crm.sql(`SELECT COUNT(*) FROM sync_etat WHERE cle = 'curseur'`).trim(), '0');
	await crm.box.control('counters/reset', {});
	await ok();
	assert.equal((await crm.box.control('counters')).calls.list, 2);
	await same();
});

test('a full list that is cut short closes nobody and is not done', async () => {
	await crm.box.control('faults', { kind: 'last', match: 'list', next: 1 });
	const run = await crm.sync('--full');
	assert.equal(run.status, 1);
	assert.match(run.err, /not believed/);
	await ok('--full');
	await same();
});

test('a list that lacks the same few for ever is believed the third time, and told', async () => {
	const state = key => crm.sql(`SELECT valeur FROM sync_etat WHERE cle = '${key}'`).trim();
	const told = () => crm.sql(`SELECT COUNT(*) FROM courriel WHERE genre = 'synchro_ecart'`).trim();
	const [admin] = crm.sql(`SELECT id FROM contact WHERE type_contact = 'salarie' AND email <> '' AND acces = 3 LIMIT 1`).split('\n');
	const refused = async list => {
		await crm.box.control('faults', { kind: 'hiding', match: list, p: 1 });
		const run = await crm.sync();
		assert.equal(run.status, 1, run.err);
		assert.match(run.err, /not believed/);
		assert.equal(state('curseur'), '');
	};

	crm.sql(`INSERT INTO compte (contact_id, mot_de_passe, role, cree_le) VALUES (${admin}, 'h', 'admin', UTC_TIMESTAMP());
		DELETE FROM sync_etat WHERE cle = 'curseur' OR cle LIKE 'complet%'`);
	// Each list, then its end once more.
	for (let run = 0; run < 4; run++)
		await refused('list');
	assert.equal(told(), '0');
	await ok();
	assert.notEqual(state('curseur'), '');
	assert.equal(told(), '1');
	await ok('--full');
	assert.equal(told(), '1');
	assert.equal(state('ecart'), '3');
	await crm.box.control('faults/clear', {});
	await ok('--full');
	assert.equal(state('ecart'), '');
	await same();
	// Far shorter: never.
	crm.sql(`DELETE FROM sync_etat WHERE cle = 'curseur'`);
	for (let run = 0; run < 8; run++) {
		crm.sql(`DELETE FROM sync_etat WHERE cle LIKE 'complet%'`);
		await crm.box.control('faults', { kind: run === 7 ? 'empty' : 'last', match: 'list', next: 1 });
		assert.equal((await crm.sync()).status, 1);
	}
	assert.equal(told(), '1');
	await ok('--full');
	crm.sql(`DELETE FROM compte WHERE contact_id = ${admin}`);
});

test('archived and merged people whom the index still shows stay out, whatever asks for them', async () => {
	const [one, two, three, four] = await people(4);

	for (const id of [one, two, three, four])
		await crm.box.control('contacts/update', { id, properties: { city: 'Vieille' } });
	await ok();
	await late(async () => {
		await crm.box.control('contacts/archive', { id: one });
		await crm.box.control('contacts/merge', { primary: two, others: [three] });
		await crm.box.control('contacts/merge', { primary: four, others: [await people(1, 40).then(([id]) => id)], keep: true });
		for (const id of [one, two, three, four])
			hook(id);
	});
	await ok('--for', '4', '--every', '1');
	for (const id of [one, two, three])
		assert.equal(access(id), '0', id);
	await crm.box.control('index/flush', {});
	await ok('--full');
	await same();
});

test('whoever was erased never comes back: by the search, a list, a webhook, a merge', async () => {
	const [one, two, living] = await people(3, 60);
	const name = crm.sql(`SELECT nom FROM contact WHERE hubspot_id = ${one}`).trim();
	const known = id => Number(crm.sql(`SELECT COUNT(*) FROM contact WHERE hubspot_id = ${id}`));

	await crm.box.control('contacts/update', { id: one, properties: { city: 'Avant' } });
	await ok();
	await late(async () => {
		await crm.box.control('contacts/erase', { id: one });
		hook(one, 1);
	});
	await ok('--for', '3', '--every', '1');
	assert.equal(known(one), 0);
	// Erased here alone: the CRM knows her still.
	crm.sql(`INSERT INTO crm_efface VALUES (SHA2('${two}', 256), UTC_TIMESTAMP());
		UPDATE contact SET hubspot_id = NULL, nom = '', retire_le = UTC_TIMESTAMP(), acces = 0 WHERE hubspot_id = ${two}`);
	hook(two);
	await crm.box.control('contacts/update', { id: two, properties: { city: 'Ailleurs' } });
	await crm.box.control('index/flush', {});
	await crm.box.control('index', { lag: 0 });
	await ok();
	await ok('--full');
	assert.equal(known(two), 0);
	const [stranger] = (await crm.box.control('contacts/create', { n: 2, properties: { lastname: 'Venu' } })).ids;
	const { id: again } = await crm.box.control('contacts/merge', { primary: two, others: [stranger] });
	hook(again);
	await ok();
	await ok('--full');
	assert.equal(known(again), 0);
	assert.ok(name && known(living) === 1);
});

test('an erasure that a webhook told before she could be read as gone is not lost', async () => {
	const [open, restored] = await people(2, 70);
	const { id: closed } = await crm.box.control('contacts/create', { properties: { lastname: 'Partie', statut_contact: 'ancien' } });
	const all = [open, restored, closed];
	const known = id => crm.sql(`SELECT COUNT(*) FROM contact WHERE hubspot_id = ${id}`).trim();
	const waiting = () => crm.sql(`SELECT COUNT(*) FROM sync_efface`).trim();

	await ok();
	assert.equal(known(closed), '1');
	all.forEach(id => hook(id, 1));
	await ok();
	assert.equal(crm.sql('SELECT COUNT(*) FROM sync_file').trim(), '0');
	for (const id of all)
		assert.equal(known(id), '1');
	for (const id of [open, closed])
		await crm.box.control('contacts/erase', { id });
	crm.sql(`DELETE FROM sync_etat WHERE cle = 'personnes_le'; UPDATE sync_efface SET lire_le = UTC_TIMESTAMP(3)`);
	await ok();
	assert.equal(known(open), '0');
	assert.equal(known(closed), '0');
	// One who is still there is waited for, with a growing pause; who is erased leaves no number here.
	assert.equal(crm.sql('SELECT hubspot_id FROM sync_efface').trim(), restored);
	crm.sql('UPDATE sync_efface SET essais = 8, lire_le = UTC_TIMESTAMP(3)');
	const served = (await crm.box.control('counters')).calls.batch;
	crm.sql(`REPLACE INTO sync_etat VALUES ('personnes_le', UNIX_TIMESTAMP()), ('partis_le', UNIX_TIMESTAMP())`);
	await ok('--for', '3', '--every', '1');
	assert.equal((await crm.box.control('counters')).calls.batch, served + 1);
	assert.equal(crm.sql('SELECT essais FROM sync_efface').trim(), '9');
	await crm.box.control('contacts/erase', { id: restored });
	crm.sql('UPDATE sync_efface SET lire_le = UTC_TIMESTAMP(3)');
	await ok();
	assert.equal(known(restored), '0');
	assert.equal(waiting(), '0');
});

test('put back without a webhook, back at the next look at those who left', async () => {
	const [id] = await people(1, 80);

	await crm.box.control('contacts/archive', { id });
	hook(id);
	await ok();
	assert.equal(access(id), '0');
	await crm.box.control('contacts/restore', { id });
	crm.sql(`DELETE FROM sync_etat WHERE cle = 'partis_le'`);
	await ok();
	assert.equal(access(id), '2');
});

test('a clock of HubSpot that steps back loses nothing', async () => {
	const [id] = await people(1, 90);
	const town = () => crm.sql(`SELECT ville FROM contact WHERE hubspot_id = ${id}`).trim();

	await crm.box.control('contacts/update', { id, properties: { city: 'Avant' } });
	await ok();
	assert.equal(town(), 'Avant');
	await crm.box.control('clock', { skew: -120000 });
	await crm.box.control('contacts/update', { id, properties: { city: 'Après' } });
	await ok();
	assert.equal(town(), 'Après');
	await crm.box.control('clock', { skew: 0 });
});

test('what was read in one version is not read again, and the newest are seen in a crowd', async () => {
	await crm.box.control('contacts/share', { n: 240, properties: { city: 'Foule' } });
	await ok();
	const read = async () => (await crm.box.control('counters')).calls.batch ?? 0;
	crm.sql(`REPLACE INTO sync_etat VALUES ('personnes_le', UNIX_TIMESTAMP()), ('partis_le', UNIX_TIMESTAMP())`);
	const before = await read();
	await ok();
	assert.equal(await read(), before);
	const [id] = await people(1, 95);
	await crm.box.control('contacts/update', { id, properties: { city: 'Seule' } });
	await ok();
	assert.equal(await read(), before + 1);
	assert.equal(crm.sql(`SELECT ville FROM contact WHERE hubspot_id = ${id}`).trim(), 'Seule');
});

test('names of 3,000 characters: kept as far as they go, and told', async () => {
	const { id } = await crm.box.control('contacts/create', { properties: { lastname: 'é'.repeat(3000), statut_contact: 'confirme' } });
	const run = await ok();

	assert.match(run.err, /1 values are longer/);
	assert.equal(crm.sql(`SELECT nom FROM contact WHERE hubspot_id = ${id}`).trim(), 'É' + 'é'.repeat(999));
	assert.equal(crm.sql('SELECT champ, longueur FROM sync_coupe').trim(), 'nom\t3000');
	await crm.box.control('contacts/update', { id, properties: { lastname: 'Court' } });
	await ok();
	assert.equal(crm.sql('SELECT COUNT(*) FROM sync_coupe').trim(), '0');
});

await runAll(() => crm.close());
