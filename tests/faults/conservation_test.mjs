// The run of what was kept long enough: its dry run, killed in the middle, two at once.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Base, instance, runAll, stopJobs, test, until, up } from './lib.mjs';

const base = new Base(), other = new Base();
const program = [join(instance, 'inst', 'libexec', 'essaim', 'essaim-retention'),
	join(instance, '..', 'inst', 'libexec', 'essaim', 'essaim-retention')].find(existsSync);

function start(...args)
{
	const child = spawn(program, args, { env: { ...process.env, ESSAIM_CONF: join(instance, 'essaim.conf') },
		stdio: ['ignore', 'pipe', 'pipe'] });
	let out = '';

	child.stdout.on('data', text => { out += text; });
	child.stderr.on('data', text => { out += text; });
	child.ended = new Promise(done => child.on('close', code => done({ code, out })));
	return child;
}

const run = (...args) => start(...args).ended;
const one = async text => (await base.sql(text))[0];

// Somebody of the CRM whom it made three years and forty days ago, here.
async function prospect(word)
{
	const reply = await fetch(`${process.env.SANDBOX}/_sandbox/contacts/create`, { method: 'POST', body: JSON.stringify({ properties: {
		firstname: word, lastname: 'Conservelle', email: `${word.toLowerCase()}@conserve.example`, statut_contact: 'prospect' } }) });

	assert.equal(reply.status, 200);
	const here = () => one(`SELECT id FROM contact WHERE nom = 'Conservelle' AND prenom = '${word}'`);
	await until(here, `${word} here`);
	const id = await here();
	await base.sql(`UPDATE contact SET crm_cree_le = UTC_TIMESTAMP() - INTERVAL 3 YEAR - INTERVAL 40 DAY WHERE id = ${id}`);
	return id;
}

const warned = id => base.sql(`INSERT INTO conservation_avis (contact_id, regle_id, averti_le)
	SELECT ${id}, id, UTC_TIMESTAMP() - INTERVAL 31 DAY FROM conservation_regle WHERE cle = 'prospect'`);
const named = async id => Number(await one(`SELECT COUNT(*) FROM contact WHERE id = ${id} AND nom = 'Conservelle'`));
const erased = async id => Number(await one(`SELECT COUNT(*) FROM effacement_fait WHERE id = ${id}`));

// A run that has written and waits for the journal, which another connection holds.
async function held()
{
	await other.sql('BEGIN; SELECT 1 FROM journal_tete WHERE id = 1 FOR UPDATE');
	const child = start();
	await until(() => one("SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND trx_rows_modified > 0"
		+ " AND trx_mysql_thread_id = IS_USED_LOCK('essaim.retention')"),
		'a run in the middle of somebody');
	return child;
}

let due, next, told, before;

test('nobody goes before the delays are adopted', async () => {
	due = await prospect('Aurele');
	next = await prospect('Berenice');
	told = await prospect('Cyprien');
	await stopJobs();
	before = await one("SELECT valeur FROM reglage WHERE cle = 'conservation_adoptee'");
	await base.sql("DELETE FROM reglage WHERE cle = 'conservation_adoptee'");
	// Whoever else is due is not of this test.
	await base.sql("UPDATE contact SET crm_cree_le = UTC_TIMESTAMP() - INTERVAL 10 DAY WHERE statut = 'prospect' AND nom <> 'Conservelle'");
	await warned(due);
	await warned(next);
	const { code, out } = await run();
	assert.equal(code, 0, out);
	assert.match(out, /anonymised=0 .*warned=0 .*rows=0 .*not adopted yet/);
	await base.sql(`REPLACE INTO reglage (cle, valeur) VALUES ('conservation_adoptee', '{"par":"le bureau","le":"2026-03-12"}')`);
});

test('the dry run prints a line for each person and changes nothing', async () => {
	const { code, out } = await run('--dry-run');
	const lines = out.trim().split('\n');

	assert.equal(code, 0, out);
	for (const line of lines)
		assert.match(line, /^\d+ [a-z_]+ (\d{4}-\d\d-\d\d|-) [a-z-]+$/);
	assert.match(lines.find(line => line.startsWith(`${due} `)), / prospect \d{4}-\d\d-\d\d anonymiser$/);
	assert.match(lines.find(line => line.startsWith(`${told} `)), / prospect \d{4}-\d\d-\d\d avertir$/);
	assert.equal(await named(due), 1);
	assert.equal(Number(await one(`SELECT COUNT(*) FROM conservation_avis WHERE contact_id = ${told}`)), 0);
});

test('killed in the middle, nothing is half done', async () => {
	const child = await held();

	child.kill('SIGKILL');
	await child.ended;
	await other.sql('ROLLBACK');
	await until(async () => Number(await one("SELECT IS_FREE_LOCK('essaim.retention')")) === 1, 'the server lets go of it');
	for (const id of [due, next, told])
		assert.equal(await named(id), 1);
	assert.equal(await erased(due) + await erased(next), 0);
	assert.equal(Number(await one(`SELECT COUNT(*) FROM journal WHERE acte = 'conservation.anonymise' AND objet_id IN (${due}, ${next})`)), 0);
});

test('of two at once the second does nothing, and the first ends what the killed one began', async () => {
	const first = await held(), second = await run();

	assert.match(second.out, /another one is at work/);
	await other.sql('ROLLBACK');
	const { code, out } = await first.ended;
	assert.equal(code, 0, out);
	assert.match(out, /anonymised=2 .*warned=1 /);
	assert.equal(await named(due) + await named(next), 0);
	assert.equal(await erased(due) + await erased(next), 2);
	assert.equal(await named(told), 1);
	assert.equal(Number(await one(`SELECT COUNT(*) FROM courriel WHERE contact_id = ${told} AND genre = 'conservation'`)), 1);
});

test('the next run finds nothing more to do', async () => {
	const { code, out } = await run();

	assert.equal(code, 0, out);
	assert.match(out, /anonymised=0 closed=0 warned=0 /);
});

await runAll(async () => {
	if (!before)
		await base.sql("DELETE FROM reglage WHERE cle = 'conservation_adoptee'");
	base.end();
	other.end();
	up();
});
