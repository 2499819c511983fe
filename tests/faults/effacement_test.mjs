// Erased in each way there is: nothing of the person is left in a table, a file or a log.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Base, Client, instance, runAll, test, until } from './lib.mjs';

const base = new Base();
const program = name => [join(instance, 'inst', 'libexec', 'essaim', name),
	join(instance, '..', 'inst', 'libexec', 'essaim', name)].find(existsSync);

async function crm(what, body)
{
	const reply = await fetch(`${process.env.SANDBOX}/_sandbox/${what}`, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body) });

	assert.equal(reply.status, 200, await reply.clone().text());
	return reply.json();
}

function run(name, ...args)
{
	const child = spawn(program(name), args, { env: { ...process.env, ESSAIM_CONF: join(instance, 'essaim.conf') }, stdio: ['ignore', 'pipe', 'pipe'] });
	let out = '';

	child.stdout.on('data', text => { out += text; });
	child.stderr.on('data', text => { out += text; });
	return new Promise((done, fail) => child.on('close', code =>
		(code === 0 ? done(out) : fail(new Error(`${name} ${args.join(' ')}: ${code} ${out}`)))));
}

const one = async text => (await base.sql(text))[0];

// Every column of text of the schema that names her.
async function tables(word)
{
	const columns = await base.sql(`SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c JOIN information_schema.TABLES b
		ON b.TABLE_SCHEMA = c.TABLE_SCHEMA AND b.TABLE_NAME = c.TABLE_NAME AND b.TABLE_TYPE = 'BASE TABLE'
		WHERE c.TABLE_SCHEMA = 'essaim' AND c.CHARACTER_MAXIMUM_LENGTH IS NOT NULL`);
	const asked = columns.map(line => line.split('\t')).map(([table, column]) =>
		`SELECT '${table}.${column}' FROM \`${table}\` WHERE CONVERT(\`${column}\` USING utf8mb4) LIKE '%${word}%' LIMIT 1`);

	return base.sql(asked.map(text => `(${text})`).join(' UNION ALL '));
}

function* files(folder)
{
	for (const entry of readdirSync(folder, { withFileTypes: true }))
		if (entry.isDirectory())
			yield* files(join(folder, entry.name));
		else if (entry.isFile())
			yield join(folder, entry.name);
}

const naming = (folder, word, which = () => true) => [...files(folder)].filter(which).filter(file => {
	try {
		return readFileSync(file).toString('latin1').toLowerCase().includes(word);
	} catch {
		return false; // gone meanwhile
	}
});

// The files of the full text: what else is in the server's files is its own to write again.
const fullText = file => /\/FTS_[^/]*\.ibd$|\/(recherche|message)\.ibd$/.test(file);

// Somebody of the CRM by a name found nowhere else, known here.
async function person(word)
{
	const { id } = await crm('contacts/create', { properties: { firstname: `Prenom${word}`, lastname: `Nom${word}`,
		email: `${word}@panne.example`, city: `Ville ${word}`, statut_contact: 'confirme' } });

	await until(async () => await one(`SELECT id FROM contact WHERE nom = 'Nom${word}'`), `${word} here`);
	return { hubspot: id, id: await one(`SELECT id FROM contact WHERE nom = 'Nom${word}'`), word };
}

// A colleague speaks of her, and it is found.
async function spokenOf({ id, word })
{
	const coordinates = new Client('cooP');

	await coordinates.signIn();
	const [group] = await base.sql(`SELECT m.groupe_id FROM membre m JOIN contact c ON c.id = m.contact_id
		WHERE c.email = '${coordinates.email}' AND m.fin IS NULL AND m.role = 'coordination' LIMIT 1`);
	await coordinates.ask(`/groupes/${group}/publications/nouvelle`);
	const made = await coordinates.ask(`/groupes/${group}/publications`, { genre: 'message', titre: `Avec Prenom${word} Nom${word}`,
		texte: `Merci @[Prenom${word} Nom${word}](/contacts/${id}), ${word}@panne.example` });
	assert.equal(made.status, 303, made.text);
	await until(async () => await one(`SELECT COUNT(*) FROM recherche WHERE titre LIKE '%nom${word}'`) > 0, 'found');
}

async function nothingLeft({ id, word })
{
	await until(async () => await one(`SELECT titre FROM objet WHERE id = ${id}`) === 'Personne effacée', `${word} erased`);
	assert.deepEqual(await tables(word), []);
	assert.match(await run('essaim-index', '--rebuild'), /rebuilt=1/);
	await until(() => naming(join(instance, 'db'), word, fullText).length === 0, `${word} out of the full text`);
	assert.deepEqual(naming(join(instance, 'log'), word), []);
	assert.deepEqual(naming(join(instance, 'files'), word), []);
}

await crm('webhooks', { on: true, duplicates: 0, reversed: false });

test('by a webhook, spoken of by a colleague', async () => {
	const her = await person('zzkbrxk');

	await spokenOf(her);
	assert.ok((await tables(her.word)).length > 8);
	// InnoDB keeps new words in memory for a while: in the files at once.
	await base.sql('SET GLOBAL innodb_max_dirty_pages_pct = 0');
	await base.sql('SET GLOBAL innodb_optimize_fulltext_only = 1; OPTIMIZE TABLE recherche; SET GLOBAL innodb_optimize_fulltext_only = 0');
	await until(() => naming(join(instance, 'db'), her.word, fullText).some(file => file.includes('FTS_')), 'the full text is written');
	await crm('contacts/erase', { id: her.hubspot });
	await nothingLeft(her);
	await until(async () => await one('SELECT COUNT(*) FROM sync_file') === '0', 'the queue is empty');
});

test('with the records that were merged into hers', async () => {
	const old = await person('zzkbrtk'), her = await person('zzkbrkk');

	await spokenOf(old);
	await crm('contacts/merge', { primary: her.hubspot, others: [old.hubspot], keep: true });
	await until(async () => await one(`SELECT COUNT(*) FROM contact WHERE id = ${old.id} AND fusionne_dans IS NOT NULL`) === '1', 'merged');
	await crm('contacts/erase', { id: her.hubspot });
	await nothingLeft(her);
	assert.deepEqual(await tables(old.word), []);
	assert.deepEqual(naming(join(instance, 'db'), old.word, fullText), []);
});

await runAll(() => base.end());
