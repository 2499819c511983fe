// HubSpot's rates are those of all processes together; each call is counted, and comes again only when
// it may.  One run takes over from the other, and webhooks do not wait for the end of a full run.
import assert from 'node:assert/strict';
import { Crm } from './crm.mjs';
import { runAll, test, until } from '../faults/lib.mjs';

const crm = await Crm.start('--population', '1200');
const counters = () => crm.box.control('counters');

async function ok(...args)
{
	const run = await crm.sync(...args);

	assert.equal(run.status, 0, run.err);
	return { ...run, calls: Number(/calls=(\d+)/.exec(run.out)[1]) };
}

test('the second process knows what the first one has asked', async () => {
	await crm.box.control('rates', { on: true, burst: 20, span: 1000, search: 5 });
	for (let i = 0; i < 3; i++)
		await ok('--full');
	const { refused_429: refused, total } = await counters();
	assert.ok(total > 40, String(total));
	assert.equal(refused, 0);
	await crm.box.control('rates', { on: false });
});

test('others use up the window: what HubSpot says is left is obeyed', async () => {
	await crm.box.control('rates', { on: true, burst: 20, span: 1200, search: 5 });
	const token = { headers: { Authorization: `Bearer ${(await import('../hubspot/t.mjs')).TOKEN}` } };
	const ours = crm.begin('--full');
	for (let i = 0; i < 12; i++)
		await fetch(`${crm.box.url}/account-info/2026-09/details`, token);
	assert.equal((await ours.done).status, 0);
	await crm.box.control('rates', { on: false });
});

test('after a search that was refused, a second of rest', async () => {
	await crm.box.control('faults', { kind: '429', policy: 'search', match: 'search', next: 1 });
	await ok();
	const searches = (await crm.box.control('log?n=100')).filter(call => call.call === 'search').slice(-2);
	assert.deepEqual(searches.map(call => call.status), [429, 200]);
	assert.ok(Date.parse(searches[1].at) - Date.parse(searches[0].at) >= 1000, JSON.stringify(searches));
});

test('a call that fails on a kept connection is counted, and tried again by us alone', async () => {
	await crm.box.control('counters/reset', {});
	await crm.box.control('faults', { rules: [{ kind: 'reset', match: 'list', next: 2 }, { kind: 'reset', match: 'batch', next: 1 }] });
	const { calls } = await ok('--full');
	assert.equal(calls, (await counters()).total);
});

test('a run that starts at the end of another one takes over from it', async () => {
	const one = crm.begin('--for', '16', '--every', '1');
	await until(() => crm.sql(`SELECT etat FROM sync_tour ORDER BY id DESC LIMIT 1`).trim() === 'fait', 'its first turn');
	const two = crm.begin('--for', '12', '--every', '1');
	assert.equal((await one.done).status, 0);
	// What a webhook names now is read by the second one.
	const { id } = (await crm.box.dump('?state=live'))[30];
	await crm.box.control('contacts/update', { id, properties: { city: 'Relais' } });
	crm.sql(`REPLACE INTO sync_file VALUES (${id}, UTC_TIMESTAMP(3), 0)`);
	const end = await two.done;
	assert.doesNotMatch(end.err, /another one/);
	assert.equal(crm.sql(`SELECT ville FROM contact WHERE hubspot_id = ${id}`).trim(), 'Relais');
});

test('webhooks are served during a full run', async () => {
	await crm.box.control('faults', { kind: 'delay', ms: 500, match: 'list', p: 1, next: 100 });
	const { id } = (await crm.box.dump('?state=live')).at(-1);
	const full = crm.begin('--full');
	await until(() => Number(crm.sql('SELECT COUNT(*) FROM sync_vu').trim()) > 0, 'its first pages');
	await crm.box.control('contacts/update', { id, properties: { city: 'Entre deux pages' } });
	crm.sql(`REPLACE INTO sync_file VALUES (${id}, UTC_TIMESTAMP(3), 0)`);
	await until(() => crm.sql(`SELECT ville FROM contact WHERE hubspot_id = ${id}`).trim() === 'Entre deux pages', 'the change');
	assert.equal(crm.sql(`SELECT etat FROM sync_tour ORDER BY id DESC LIMIT 1`).trim(), 'en_cours');
	await crm.box.control('faults/clear', {});
	assert.equal((await full.done).status, 0);
});

await runAll(() => crm.close());
