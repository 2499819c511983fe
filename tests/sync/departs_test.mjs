// Many who would leave at once wait for an administrator, whatever closes them; few leave at once.
import assert from 'node:assert/strict';
import { Crm } from './crm.mjs';
import { runAll, test } from '../faults/lib.mjs';

const crm = await Crm.start('--population', '400');
const open = () => Number(crm.sql('SELECT COUNT(*) FROM contact WHERE acces > 0'));
const mails = () => Number(crm.sql(`SELECT COUNT(*) FROM courriel WHERE genre = 'synchro_frein'`));
const waiting = () => Number(crm.sql(`SELECT COUNT(*) FROM sync_sortie WHERE etat = 'frein'`));
const hook = id => crm.sql(`REPLACE INTO sync_file VALUES (${id}, UTC_TIMESTAMP(3), 0)`);

async function ok(...args)
{
	const run = await crm.sync(...args);

	assert.equal(run.status, 0, run.err);
	return run;
}

// What an administrator answers on screen.
function decide(etat)
{
	crm.sql(`UPDATE sync_sortie SET etat = '${etat}', decide_par = 1, decide_le = UTC_TIMESTAMP() WHERE etat = 'frein'`);
}

// Everybody is as before, and no departure is remembered.
async function again(ids, change)
{
	await change(ids);
	crm.sql(`DELETE FROM sync_etat WHERE cle IN ('personnes_le', 'partis_le')`);
	await ok('--full');
	await ok();
	crm.sql('DELETE FROM sync_sortie; DELETE FROM courriel');
}

assert.equal((await crm.sync('--full')).status, 0);
const [admin] = crm.sql(`SELECT id FROM contact WHERE type_contact = 'salarie' AND email <> '' AND acces = 3 LIMIT 1`).split('\n');
crm.sql(`INSERT INTO compte (contact_id, mot_de_passe, role, cree_le) VALUES (${admin}, 'h', 'admin', UTC_TIMESTAMP())`);
const everybody = open();
const volunteers = crm.sql(`SELECT hubspot_id FROM contact WHERE statut = 'confirme' AND type_contact <> 'salarie' AND acces = 2 ORDER BY id`)
	.split('\n').filter(Boolean);
const half = volunteers.slice(0, volunteers.length >> 1);
const statuses = statut => ids => Promise.all(ids.map(id => crm.box.control('contacts/update', { id, properties: { statut_contact: statut } })));

for (const [what, leave, back] of [
	['everybody is "ancien"', statuses('ancien'), statuses('confirme')],
	['the status of all is emptied', statuses(''), statuses('confirme')],
	['half are archived', ids => crm.box.control('contacts/archive', { ids }), ids => crm.box.control('contacts/restore', { ids })],
	['many are merged into one', async ids => {
		await crm.box.control('contacts/merge', { primary: ids[0], others: ids.slice(1), keep: true });
	}, null],
])
	test(`${what}: nobody is closed, a mail leaves, the run says so`, async () => {
		const ids = back ? half : volunteers.slice(-60);
		const before = open();

		await leave(ids);
		crm.sql(`DELETE FROM sync_etat WHERE cle = 'personnes_le'`);
		const run = await crm.sync();
		assert.equal(run.status, 1, run.err);
		assert.match(run.err, /nothing was closed/);
		assert.equal(open(), before);
		assert.equal(mails(), 1);
		assert.ok(waiting() > 20);
		const next = await ok();
		assert.match(next.err, /wait for an administrator/);
		assert.equal(open(), before);
		assert.equal(mails(), 1);
		if (back)
			await again(ids, back);
	});

test('yes: the next run closes them', async () => {
	const leaving = waiting(), before = open();

	decide('oui');
	await ok();
	assert.equal(open(), before - leaving);
	assert.equal(waiting(), 0);
	assert.equal(crm.sql(`SELECT COUNT(*) FROM contact WHERE fusionne_dans IS NOT NULL`).trim(), String(leaving));
	crm.sql('DELETE FROM sync_sortie; DELETE FROM courriel');
});

test('no: they stay until the CRM says otherwise again', async () => {
	const before = open();

	await statuses('ancien')(half);
	assert.equal((await crm.sync()).status, 1);
	decide('non');
	await crm.box.control('contacts/update', { id: half[0], properties: { city: 'Change' } });
	crm.sql(`DELETE FROM sync_etat WHERE cle = 'personnes_le'`);
	await ok();
	assert.equal(open(), before);
	assert.equal(crm.sql(`SELECT ville, statut FROM contact WHERE hubspot_id = ${half[0]}`).trim(), 'Change\tconfirme');
	await statuses('confirme')(half.slice(0, 3));
	await ok();
	await statuses('ancien')(half.slice(0, 3));
	await ok();
	assert.equal(open(), before - 3);
	crm.sql('DELETE FROM courriel');
	await again(half, statuses('confirme'));
	assert.equal(open(), before);
});

test('one who leaves leaves at once; in an hour, not more than the few', async () => {
	const before = open(), most = Math.max(20, Math.floor(before / 20));
	let closed = 0;

	for (const id of half.slice(0, 3)) {
		await crm.box.control('contacts/archive', { id });
		hook(id);
		await ok();
		assert.equal(open(), before - ++closed);
	}
	await statuses('ancien')(half.slice(3, most));
	await ok();
	assert.equal(open(), before - most);
	await statuses('ancien')([half[most]]);
	const run = await crm.sync();
	assert.equal(run.status, 1);
	assert.equal(open(), before - most);
	assert.equal(waiting(), 1);
	crm.sql(`UPDATE sync_sortie SET vue_le = vue_le - INTERVAL 61 MINUTE; DELETE FROM courriel`);
	await statuses('ancien')([half[most + 1]]);
	await ok();
	assert.equal(open(), before - most - 1);
	await crm.box.control('contacts/restore', { ids: half.slice(0, 3) });
	await again(half, statuses('confirme'));
});

test('those who could not enter do not count', async () => {
	const closed = (await crm.box.control('contacts/create', { n: 40, properties: { lastname: 'Parti', statut_contact: 'ancien' } })).ids;

	await ok();
	assert.equal(crm.sql(`SELECT COUNT(*) FROM contact WHERE acces = 0 AND hubspot_id IN (${closed})`).trim(), '40');
	await crm.box.control('contacts/archive', { ids: closed });
	closed.forEach(hook);
	await ok();
	assert.equal(crm.sql(`SELECT COUNT(*) FROM contact WHERE retire_le IS NULL AND hubspot_id IN (${closed})`).trim(), '0');
});

test('the limits are those of the configuration', async () => {
	crm.conf({ 'hubspot.brake_percent': '0', 'hubspot.brake_least': '2' });
	await statuses('ancien')(half.slice(0, 3));
	assert.equal((await crm.sync()).status, 1);
	assert.equal(waiting(), 3);
	crm.conf();
	assert.equal((await crm.sync('--full')).status, 1);
	await ok('--full', '--force-removals');
	assert.equal(waiting(), 0);
	// They were forced: one more may leave.
	const before = open();
	await statuses('ancien')([half[3]]);
	await ok();
	assert.equal(open(), before - 1);
});

test('a slow mass change is told when it begins, then once an hour', async () => {
	const said = () => crm.sql('SELECT message FROM sync_tour ORDER BY id DESC LIMIT 1').trim();

	crm.sql('DELETE FROM sync_sortie; DELETE FROM courriel');
	crm.conf({ 'hubspot.brake_percent': '0', 'hubspot.brake_least': '0' });
	for (let n = 0; n < 4; n++) {
		await statuses('ancien')([half[10 + n]]);
		const run = await crm.sync();
		assert.equal(run.status, 1);
		assert.equal(mails(), 1);
		assert.equal(/nothing was closed/.test(run.err), n === 0, run.err);
		assert.match(said(), /nothing was closed/);
	}
	assert.match((await ok()).err, /wait for an administrator/);
	assert.equal((await ok()).err, '');
	assert.match(said(), /wait for an administrator/);
	crm.sql(`UPDATE sync_etat SET valeur = valeur - 3601 WHERE cle = 'frein_dit_le'`);
	await statuses('ancien')([half[14]]);
	assert.match((await crm.sync()).err, /nothing was closed/);
	assert.equal(mails(), 2);
	decide('oui');
	await ok();
	await statuses('ancien')([half[15]]);
	assert.match((await crm.sync()).err, /nothing was closed/);
	assert.equal(mails(), 3);
	decide('oui');
	await ok();
	crm.conf();
});

test('an erasure that waits for an administrator is not lost when something else takes the access', async () => {
	const [erased, other] = half.slice(-2);
	const id = crm.sql(`SELECT id FROM contact WHERE hubspot_id = ${erased}`).trim();

	crm.sql('DELETE FROM sync_sortie');
	crm.conf({ 'hubspot.brake_percent': '0', 'hubspot.brake_least': '0' });
	await crm.box.control('contacts/erase', { id: erased });
	crm.sql(`REPLACE INTO sync_file VALUES (${erased}, UTC_TIMESTAMP(3), 1)`);
	assert.equal((await crm.sync()).status, 1);
	assert.equal(crm.sql(`SELECT cause, etat FROM sync_sortie`).trim(), 'efface\tfrein');
	crm.sql(`UPDATE contact SET acces = 0 WHERE id = ${id}; UPDATE sync_efface SET lire_le = UTC_TIMESTAMP(3) + INTERVAL 1 DAY`);
	await statuses('ancien')([other]);
	await crm.sync();
	assert.equal(waiting(), 1);
	crm.sql('UPDATE sync_efface SET lire_le = UTC_TIMESTAMP(3)');
	await crm.sync();
	assert.equal(crm.sql(`SELECT COUNT(*) FROM contact WHERE hubspot_id = ${erased}`).trim(), '0');
	assert.equal(crm.sql(`SELECT nom FROM contact WHERE id = ${id}`).trim(), '');
	crm.conf();
});

assert.ok(everybody > 200 && half.length > 60, `${everybody} ${half.length}`);
await runAll(() => crm.close());
