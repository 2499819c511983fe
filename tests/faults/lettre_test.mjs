// A letter while things break: its sender killed at any instant, two at once, the database or the
// server gone, held and corrected on the way, people who leave.  The receiver's own account says what
// came: it answers 10 ms after it has taken a mail, so that a kill finds one under way.
// KILLS (12) and RECIPIENTS (600): by hand 200 and 10000.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smtpServer } from '../smtp/smtp.mjs';
import { Base, instance, pidOf, runAll, sleep, stopJobs, test, until, up } from './lib.mjs';

const KILLS = Number(process.env.KILLS ?? 12), RECIPIENTS = Number(process.env.RECIPIENTS ?? 600);
const conf = join(instance, 'essaim.conf'), dir = join(instance, 'lettre');
const log = join(dir, 'relay.log');
const program = [join(instance, 'inst', 'libexec', 'essaim', 'essaim-mail'),
	join(instance, '..', 'inst', 'libexec', 'essaim', 'essaim-mail')].find(existsSync);
let base = new Base();

function sql(text)
{
	const done = spawnSync('mariadb', [`--defaults-file=${join(instance, 'db', 'my.cnf')}`, '-N', 'essaim'],
		{ input: text, encoding: 'utf8' });

	assert.equal(done.status, 0, done.stderr);
	return done.stdout.trim();
}

// ---- the receiver: what it took, by Message-ID, and the log that the sender may read ----

let taken = [], delay = 10, queue = 0;
const faults = [];
const server = smtpServer(async (bytes, from, to) => {
	const text = bytes.toString('latin1'), head = text.slice(0, text.indexOf('\r\n\r\n'));
	const id = /^message-id:\s*<([^>]+)>/im.exec(head)[1], q = (++queue).toString(16).toUpperCase();

	taken.push({ id, to: to[0], text });
	appendFileSync(log, `Nov 30 12:00:00 relay postfix/cleanup[1]: ${q}: message-id=<${id}>\n`
		+ `Nov 30 12:00:00 relay postfix/qmgr[2]: ${q}: from=<${from}>, size=${bytes.length}, nrcpt=1 (queue active)\n`);
	await sleep(delay);
	return q;
}, faults);

mkdirSync(dir, { recursive: true });
writeFileSync(log, '');
await new Promise(go => server.listen(0, '127.0.0.1', go));
const port = server.address().port;

const settings = { ESSAIM_CONF: conf, ESSAIM_SMTP_URL: `smtp://127.0.0.1:${port}`, ESSAIM_SMTP_RATE: '0',
	ESSAIM_SMTP_LOG: log, ESSAIM_SMTP_LOG_WAIT: '1' };

function run(seconds, more = {})
{
	const child = spawn(program, ['--for', String(seconds)], { env: { ...process.env, ...settings, ...more },
		stdio: ['ignore', 'pipe', 'pipe'] });
	let out = '';

	child.stdout.on('data', text => { out += text; });
	child.stderr.on('data', text => { out += text; });
	child.gone = new Promise(go => child.on('close', code => go({ code, out })));
	return child;
}

const freed = () => until(async () => (await base.sql("SELECT IS_FREE_LOCK('essaim.mail')"))[0] === '1', 'its lock is free');

// ---- a letter that leaves for N people ----

let next = 1000 + Number(sql('SELECT MAX(id) FROM objet'));

// People NAME-0 to NAME-(N-1), at five domains; their first id.
function people(name, n)
{
	const first = next;

	next += n;
	sql(`SET foreign_key_checks = 0; INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
			SELECT ${first} + seq, 'contact', 'x', NOW(), NOW(), 3 FROM seq_0_to_${n - 1};
		INSERT INTO contact (id, prenom, nom, email, statut, type_contact, acces, tri) SELECT ${first} + seq, 'Nour', 'B',
			CONCAT('${name}-', seq, '@d', seq MOD 5, '.example'), 'confirme', 'benevole', 2, 'b nour' FROM seq_0_to_${n - 1};`);
	return first;
}

// The public of a group of its own that has these people.
function group(first, n)
{
	const id = next++;

	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (${id}, 'groupe', 'G', NOW(), NOW(), 4);
		INSERT INTO groupe (id, type) VALUES (${id}, 'groupe_local');
		INSERT IGNORE INTO groupe_arbre (ancetre_id, groupe_id, distance) VALUES (${id}, ${id}, 0);
		INSERT INTO public (id, genre, cle, titre) VALUES (${id}, 'groupe', '${id}', 'G');
		INSERT INTO contact_public SELECT ${first} + seq, ${id} FROM seq_0_to_${n - 1};`);
	return id;
}

// A letter to that public that is due now.
function letter(publicId)
{
	const id = next++;

	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (${id}, 'lettre', 'Lettre', NOW(), NOW(), 4);
		INSERT INTO lettre (id, audience, etat, edition, du_le, par_id) SELECT ${id}, 'public:groupe-${publicId}', 'programmee', 1,
			UTC_TIMESTAMP(), MIN(c.id) FROM contact c JOIN compte a ON a.contact_id = c.id WHERE c.acces = 3;
		INSERT INTO lettre_edition (lettre_id, numero, version, sujet, apercu, html, texte, cree_le)
			VALUES (${id}, 1, 1, 'Été à venir', 'x', '<p>Version une</p>', 'Version une', UTC_TIMESTAMP());`);
	return id;
}

const state = id => sql(`SELECT etat FROM lettre WHERE id = ${id}`);
const rows = id => sql(`SELECT etat, COUNT(*) FROM lettre_envoi WHERE lettre_id = ${id} GROUP BY etat ORDER BY etat`);

// The figures of the letter are its rows.
function counted(id)
{
	assert.equal(sql(`SELECT l.total = COUNT(v.id) AND l.envoyes = COUNT(IF(v.etat = 'envoye', 1, NULL))
		AND l.refuses = COUNT(IF(v.etat = 'refuse', 1, NULL)) FROM lettre l LEFT JOIN lettre_envoi v ON v.lettre_id = l.id WHERE l.id = ${id}`), '1', rows(id));
}

// What came of NAME: how many, how many people, how many of them more than once.
function came(name)
{
	const got = taken.filter(mail => mail.to.startsWith(`${name}-`));
	const ids = new Set(got.map(mail => mail.id)), who = new Set(got.map(mail => mail.to));

	return { got: got.length, ids: ids.size, who: who.size, twice: got.length - who.size };
}

async function ends(id, more)
{
	await freed();
	const child = run(600, more);

	try {
		await until(() => ['envoyee', 'arretee'].includes(state(id)) && sql(`SELECT fini_le IS NOT NULL FROM lettre WHERE id = ${id}`) === '1',
			() => rows(id));
	} finally {
		child.kill('SIGTERM');
		await child.gone;
	}
	counted(id);
}

// Send NAME while its senders are killed at any instant, until all have had it.
async function killed(name, kills, n, more)
{
	const id = letter(group(people(name, n), n));
	let uncertain = 0;

	for (let i = 0; i < kills && state(id) !== 'envoyee'; i++) {
		await freed();
		const child = run(60, more), before = came(name).got;

		if (i % 4 !== 0) // the others are let reach the sending, however slow the machine
			for (const end = Date.now() + 8000; came(name).got === before && Date.now() < end; await sleep(2))
				continue;
		await sleep(Math.random() * 60);
		child.kill('SIGKILL');
		await child.gone;
		uncertain += Number(sql(`SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ${id} AND etat = 'pris'`)) > 0;
		if (i % 10 === 0)
			counted(id);
	}
	await ends(id, more);
	const result = came(name);
	assert.equal(result.who, n, `${n - result.who} never got it`);
	assert.equal(result.ids, n, 'one Message-ID each');
	console.log(`# ${name}: ${kills} kills, ${n} recipients: ${uncertain} left rows that were under way, ${result.twice} got it twice`);
	return { ...result, uncertain };
}

test('kill -9 again and again: nobody misses the letter, nobody gets it twice', async () => {
	const { twice, uncertain } = await killed('tues', KILLS, RECIPIENTS);

	assert.equal(twice, 0);
	assert.ok(uncertain > 0, 'no kill found a mail under way');
});

test('without the relay’s log the one under way may go twice, under its Message-ID: so these kills show something', async () => {
	const { twice, uncertain } = await killed('sans', KILLS, Math.ceil(RECIPIENTS / 2), { ESSAIM_SMTP_LOG: join(dir, 'none') });

	assert.ok(twice > 0 && twice <= uncertain, `${twice} twice of ${uncertain}`);
});

test('four senders at once: each recipient has one', async () => {
	const n = 200, id = letter(group(people('deux', n), n));

	await freed();
	const children = Array.from({ length: 4 }, () => run(20));
	await until(() => state(id) === 'envoyee', () => rows(id));
	children.forEach(child => child.kill('SIGTERM'));
	await Promise.all(children.map(child => child.gone));
	counted(id);
	assert.deepEqual(came('deux'), { got: n, ids: n, who: n, twice: 0 });
});

test('the database ends in the middle: each recipient has one', async () => {
	const n = 300, id = letter(group(people('base', n), n));

	await freed();
	const child = run(120);
	await until(() => came('base').got > 30, 'some have it');
	base.end();
	const server = pidOf('mariadb');
	process.kill(server, 'SIGTERM');
	await until(() => !existsSync(`/proc/${server}`), 'the database ends');
	assert.notEqual((await child.gone).code, 0);
	const { ESSAIM_CONF, ...same } = settings; // a sender that the jobs start reads the same log
	Object.assign(process.env, same);
	up();
	await stopJobs();
	Object.keys(same).forEach(name => delete process.env[name]);
	base = new Base();
	await ends(id);
	assert.deepEqual(came('base'), { got: n, ids: n, who: n, twice: 0 });
});

test('a server that refuses connections costs nobody a try', async () => {
	const n = 20, id = letter(group(people('refus', n), n));

	await freed();
	const child = run(600, { ESSAIM_SMTP_URL: 'smtp://127.0.0.1:1' });
	await until(() => rows(id).includes('pret'), 'they wait');
	await sleep(1500);
	child.kill('SIGTERM');
	await child.gone;
	assert.equal(rows(id), `pret\t${n}`);
	assert.equal(sql(`SELECT SUM(essais) FROM lettre_envoi WHERE lettre_id = ${id}`), '0');
	await ends(id);
	assert.deepEqual(came('refus'), { got: n, ids: n, who: n, twice: 0 });
});

test('held on the way and corrected: the rest gets the other words, nobody both', async () => {
	const n = 300, id = letter(group(people('pause', n), n));

	await freed();
	const child = run(600);
	await until(() => came('pause').got > 30, 'some have it');
	sql(`UPDATE lettre SET etat = 'pause' WHERE id = ${id}`);
	await until(() => !rows(id).includes('pris'), 'those under way arrive');
	const before = came('pause').got;
	assert.ok(before < n, 'it was held in time');
	sql(`INSERT INTO lettre_edition (lettre_id, numero, version, sujet, apercu, html, texte, cree_le)
			VALUES (${id}, 2, 2, 'Autre', 'x', '<p>Version deux</p>', 'Version deux', UTC_TIMESTAMP());
		UPDATE lettre SET etat = 'en_cours', edition = 2 WHERE id = ${id};`);
	await until(() => state(id) === 'envoyee', () => rows(id)); // however short it was held
	child.kill('SIGTERM');
	await child.gone;
	counted(id);
	assert.deepEqual(came('pause'), { got: n, ids: n, who: n, twice: 0 });
	const words = text => taken.filter(mail => mail.to.startsWith('pause-') && mail.text.includes(text)).length;
	assert.equal(words('Version une'), before);
	assert.equal(words('Version deux'), n - before);
	assert.equal(sql(`SELECT SUM(edition = 1), SUM(edition = 2) FROM lettre_envoi WHERE lettre_id = ${id}`), `${before}\t${n - before}`);
});

test('stopped on the way: the others never get it', async () => {
	const n = 300, id = letter(group(people('stop', n), n));

	await freed();
	const child = run(600);
	await until(() => came('stop').got > 30, 'some have it');
	sql(`UPDATE lettre SET etat = 'arretee' WHERE id = ${id}`);
	await until(() => sql(`SELECT fini_le IS NOT NULL FROM lettre WHERE id = ${id}`) === '1', () => rows(id));
	child.kill('SIGTERM');
	await child.gone;
	counted(id);
	assert.equal(rows(id), `annule\t${n - came('stop').got}\nenvoye\t${came('stop').got}`);
});

test('who leaves the CRM meanwhile gets none; who comes into the audience meanwhile neither', async () => {
	const n = 100, first = people('part', n), late = people('tard', 5), public_ = group(first, n), id = letter(public_);

	await freed();
	const child = run(600, { ESSAIM_SMTP_RATE: '600' });
	await until(() => came('part').got > 0, 'some have it');
	sql(`UPDATE contact SET acces = 0, statut = 'ancien' WHERE id = ${first + n - 1};
		INSERT INTO contact_public SELECT ${late} + seq, ${public_} FROM seq_0_to_4;`);
	await until(() => state(id) === 'envoyee', () => rows(id));
	child.kill('SIGTERM');
	await child.gone;
	counted(id);
	assert.equal(rows(id), `annule\t1\nenvoye\t${n - 1}`);
	assert.equal(came('tard').got, 0);
	assert.equal(came('part').who, n - 1);
});

test('"not now" is tried again, "never" is not, nobody there is said of the contact, and none holds the others', async () => {
	const n = 60, first = people('reponse', n), id = letter(group(first, n));

	sql(`UPDATE contact SET email = 'pas une adresse' WHERE id = ${first + 7}`);
	faults.push({ to: 'reponse-1@', code: 451, times: 1 }, { to: 'reponse-2@', code: 550, text: '5.1.1 no such user', times: 9 },
		{ to: 'reponse-3@', code: 421, times: 1 }, { to: '@d4', delay: 100000, times: 1 });
	await freed();
	const child = run(600);
	// d3 had said 421, d4 does not answer: both wait, the three others go on
	await until(() => Number(sql(`SELECT COUNT(*) FROM lettre_envoi WHERE lettre_id = ${id} AND etat IN ('envoye', 'refuse')
		AND domaine NOT IN ('d3.example', 'd4.example')`)) === n * 3 / 5 - 1, () => rows(id));
	counted(id);
	assert.equal(sql(`SELECT etat, essais, du_le > UTC_TIMESTAMP() FROM lettre_envoi WHERE lettre_id = ${id} AND adresse LIKE 'reponse-1@%'`), 'pret\t1\t1');
	assert.equal(sql(`SELECT etat, essais FROM lettre_envoi WHERE lettre_id = ${id} AND adresse LIKE 'reponse-3@%'`), 'pret\t0');
	assert.equal(sql(`SELECT COUNT(*) FROM adresse_erreur WHERE contact_id = ${first + 2}`), '1');
	assert.equal(sql(`SELECT etat FROM lettre_envoi WHERE lettre_id = ${id} AND contact_id = ${first + 7}`), 'refuse');
	faults.length = 0;
	sql(`UPDATE lettre_envoi SET du_le = UTC_TIMESTAMP() WHERE lettre_id = ${id} AND etat = 'pret'`);
	child.kill('SIGTERM');
	await child.gone;
	await ends(id);
	assert.equal(rows(id), `envoye\t${n - 2}\nrefuse\t2`);
	assert.equal(came('reponse').twice, 0);
});

await stopJobs();
await runAll(() => {
	server.close();
	base.end();
	up();
});
