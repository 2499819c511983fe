// Mails when things break: the sender killed, two at once, a server that is slow, busy or refuses.
// KILLS (40) is the number of senders killed.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Base, instance, runAll, sleep, stopJobs, test, up } from './lib.mjs';

const sink = process.env.MAILS;
const conf = join(instance, 'essaim.conf');
const program = [join(instance, 'inst', 'libexec', 'essaim', 'essaim-mail'),
	join(instance, '..', 'inst', 'libexec', 'essaim', 'essaim-mail')].find(existsSync);

function sql(text)
{
	const done = spawnSync('mariadb', [`--defaults-file=${join(instance, 'db', 'my.cnf')}`, '-N', 'essaim'],
		{ input: text, encoding: 'utf8' });

	assert.equal(done.status, 0, done.stderr);
	return done.stdout.trim();
}

// N mails in the outbox for addresses of their own.
function queue(name, n)
{
	sql(Array.from({ length: n }, (_, i) => `INSERT INTO courriel (adresse, genre, sujet, texte, html, cree_le, du_le)
		VALUES ('${name}-${i}@panne.example', 'essai', 'Essai', 'texte', '<p>texte</p>', UTC_TIMESTAMP(), UTC_TIMESTAMP());`).join('\n'));
}

const state = name => sql(`SELECT etat, COUNT(*) FROM courriel WHERE adresse LIKE '${name}-%' GROUP BY etat ORDER BY etat`);
const received = async name => (await (await fetch(`${sink}/messages.json?to=${name}-`)).json()).items;
const faults = list => fetch(`${sink}/faults`, { method: 'PUT', body: JSON.stringify(list) });
const run = (...args) => spawn(program, args, { env: { ...process.env, ESSAIM_CONF: conf }, stdio: ['ignore', 'pipe', 'pipe'] });
const base = new Base();

function ended(child)
{
	let out = '';

	child.stdout.on('data', text => { out += text; });
	child.stderr.on('data', text => { out += text; });
	return new Promise(go => child.on('close', code => go({ code, out })));
}

async function until(condition, seconds, what)
{
	for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(200))
		if (await condition())
			return;
	assert.fail(`not in ${seconds} s: ${await what()}`);
}

// Does a process hold SIGTERM back?  Before that it has begun nothing; one that has ended holds all.
const holdsBack = pid => {
	try {
		const [, blocked] = /^SigBlk:\s*([0-9a-f]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));

		return (BigInt(`0x${blocked}`) & 1n << 14n) !== 0n;
	} catch (e) {
		return true;
	}
};

const freed = () => until(async () => (await base.sql("SELECT IS_FREE_LOCK('essaim.mail')"))[0] === '1', 60, () => 'its lock is free');

// A sender is at work until those of NAME are in that STATE.
async function served(name, wanted)
{
	await freed();
	const child = run('--for', '600'), end = ended(child);

	try {
		await until(() => state(name) === wanted, 90, () => state(name));
	} finally {
		child.kill('SIGTERM');
		await end;
	}
}

const allSent = (name, n) => served(name, `envoye\t${n}`);

// Kills spread over the whole life of a sender: start, claim, on its way, written down.
test('kill -9 of the sender again and again loses no mail, and each repeats one at most, with the same Message-ID', async () => {
	const kills = Number(process.env.KILLS ?? 40), mails = kills * 3;
	const taken = "SELECT COUNT(*) FROM courriel WHERE adresse LIKE 'tue-%' AND etat = 'pris' AND pris_jusqu_a > UTC_TIMESTAMP() + INTERVAL 178 SECOND";

	await faults([{ to: 'tue-', at: 'data', delay: 40 }]); // else a kill hardly ever finds one on its way
	queue('tue', mails);
	for (let i = 0; i < kills; i++) {
		await freed();
		const child = run('--for', '20');
		const gone = new Promise(go => child.on('close', go));
		// every other one is let reach the sending, however slow the machine
		for (const end = Date.now() + 3000; i % 2 === 0 && Date.now() < end && (await base.sql(taken))[0] === '0'; await sleep(5))
			continue;
		await sleep((i * 37) % 260);
		child.kill('SIGKILL');
		await gone;
	}
	await faults([]);
	// what a killed one had taken is another's three minutes later
	await base.sql("UPDATE courriel SET pris_jusqu_a = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE etat = 'pris'");
	await allSent('tue', mails);
	const got = await received('tue');
	const byMail = Map.groupBy ? Map.groupBy(got, mail => mail.to[0]) : got.reduce((m, x) => m.set(x.to[0], [...m.get(x.to[0]) ?? [], x]), new Map());
	assert.equal(byMail.size, mails);
	assert.ok([...byMail.values()].every(list => new Set(list.map(mail => mail.headers['message-id'])).size === 1));
	assert.equal(new Set(got.map(mail => mail.headers['message-id'])).size, mails);
	assert.ok(got.length <= mails + kills, `${got.length} mails for ${mails} and ${kills} kills`);
	console.log(`# ${kills} kills, ${mails} mails: ${got.length - mails} repeated, 0 lost`);
});

test('four senders at once: one works, the others leave, nobody gets two', async () => {
	queue('deux', 20);
	await freed();
	const results = await Promise.all([ended(run()), ended(run()), ended(run()), ended(run())]);
	assert.ok(results.every(({ code }) => code === 0));
	await allSent('deux', 20);
	assert.equal((await received('deux')).length, 20);
});

test('"not now" is tried again later, "never" is not', async () => {
	await faults([{ to: 'gris-0@', code: 451, times: 1 }, { to: 'gris-1@', code: 550, text: 'no such user', times: 5 }]);
	queue('gris', 3);
	await served('gris', 'envoye\t1\npret\t1\nrefuse\t1');
	assert.match(sql("SELECT erreur FROM courriel WHERE adresse = 'gris-1@panne.example'"), /550/);
	assert.equal(sql("SELECT du_le > UTC_TIMESTAMP(), essais FROM courriel WHERE adresse = 'gris-0@panne.example'"), '1\t1');
	sql("UPDATE courriel SET du_le = UTC_TIMESTAMP() WHERE adresse = 'gris-0@panne.example'");
	await served('gris', 'envoye\t2\nrefuse\t1');
	await faults([]);
});

test('a server that hangs up keeps nothing from the next mail', async () => {
	await faults([{ to: 'coupe-0@', drop: true, times: 1 }, { to: 'coupe-1@', drop: true, at: 'data', times: 1 }]);
	queue('coupe', 4);
	await served('coupe', 'envoye\t2\npret\t2');
	sql("UPDATE courriel SET du_le = UTC_TIMESTAMP() WHERE adresse LIKE 'coupe-%' AND etat = 'pret'");
	await allSent('coupe', 4);
	await faults([]);
});

test('a domain that is slow does not hold the others', async () => {
	await faults([{ to: '@lent.example', delay: 100000, times: 3 }]);
	sql(Array.from({ length: 3 }, (_, i) => `INSERT INTO courriel (adresse, genre, sujet, texte, html, cree_le, du_le)
		VALUES ('vite-lent-${i}@lent.example', 'essai', 'Essai', 't', 'h', UTC_TIMESTAMP(), UTC_TIMESTAMP() - INTERVAL 1 MINUTE);`).join('\n'));
	queue('vite', 20);
	await freed();
	const child = run('--for', '600'), end = ended(child);
	const sent = domain => Number(sql(`SELECT COUNT(*) FROM courriel WHERE adresse LIKE 'vite-%@${domain}' AND etat = 'envoye'`));

	await until(() => sent('panne.example') === 20, 60, () => state('vite'));
	assert.equal(sent('lent.example'), 0);
	await faults([]); // now it answers
	await until(() => state('vite') === 'envoye\t23', 60, () => state('vite'));
	child.kill('SIGTERM');
	await end;
});

test('where nobody is, the contact says so, until the CRM has another address', async () => {
	const [id, email] = sql("SELECT id, email FROM contact WHERE acces = 2 AND email LIKE '%@%' ORDER BY id DESC LIMIT 1").split('\t');
	const errors = () => sql(`SELECT COUNT(*) FROM adresse_erreur e JOIN contact c ON c.id = e.contact_id AND c.email = e.adresse WHERE c.id = ${id}`);
	const ending = async () => {
		const mail = sql(`INSERT INTO courriel (contact_id, adresse, genre, sujet, texte, html, cree_le, du_le)
			VALUES (${id}, '${email}', 'essai', 'Essai', 't', 'h', UTC_TIMESTAMP(), UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`);
		const now = () => sql(`SELECT etat FROM courriel WHERE id = ${mail}`);

		await freed();
		const child = run('--for', '600'), end = ended(child);
		await until(() => !['pret', 'pris'].includes(now()), 90, now);
		child.kill('SIGTERM');
		await end;
		return now();
	};

	sql(`DELETE FROM adresse_erreur WHERE contact_id = ${id}`);
	sql(`UPDATE courriel SET etat = 'refuse' WHERE contact_id = ${id} AND etat = 'pret'`); // the fault is for ours
	await faults([{ to: email, code: 550, text: '5.7.1 not by our rules', times: 1 }]);
	assert.equal(await ending(), 'refuse');
	assert.equal(errors(), '0');
	await faults([{ to: email, code: 550, text: '5.1.1 no such user', times: 1 }]);
	assert.equal(await ending(), 'refuse');
	assert.equal(errors(), '1');
	assert.equal(await ending(), 'envoye');
	assert.equal(errors(), '0');
	await faults([]);
});

test('SIGTERM ends the sender between two mails', async () => {
	queue('fin', 30);
	const child = run('--for', '30'), end = ended(child);
	await until(() => holdsBack(child.pid) && state('fin').includes('envoye'), 60, () => state('fin'));
	child.kill('SIGTERM');
	const { code, out } = await end;
	assert.equal(code, 0);
	assert.match(out, /^mail: /m);
	await allSent('fin', 30);
	assert.equal((await received('fin')).length, 30);
});

test('periodic work that fails is told and keeps no mail back', async () => {
	queue('entretien', 2);
	await freed();
	sql('RENAME TABLE relais TO relais_ailleurs');
	try {
		const { code, out } = await ended(run());

		assert.equal(code, 1);
		assert.match(out, /relais/);
		assert.equal(state('entretien'), 'envoye\t2');
	} finally {
		sql('RENAME TABLE relais_ailleurs TO relais');
	}
	assert.equal((await ended(run())).code, 0);
});

test('what was sent is not kept', () => {
	assert.equal(sql("SELECT COUNT(*) FROM courriel WHERE etat = 'envoye' AND (texte <> '' OR html <> '')"), '0');
});

test('a wrong argument, a missing server: the program says so', async () => {
	assert.equal((await ended(run('--vite'))).code, 2);
	const child = spawn(program, [], { env: { ...process.env, ESSAIM_CONF: conf, ESSAIM_SMTP_FROM: '', ESSAIM_DB_SOCKET: '/nowhere' },
		stdio: ['ignore', 'pipe', 'pipe'] });
	const { code, out } = await ended(child);
	assert.notEqual(code, 0);
	assert.match(out, /\S/);
});

// What nobody names any more is dropped at each run: that fails, is told, and stays to be done.
test('a bucket of files that does not answer holds no mail back', async () => {
	const key = join(instance, 's3-key'), hash = 'ab'.repeat(32);

	writeFileSync(key, 'cle:secret\n', { mode: 0o600 });
	sql(`INSERT INTO fichier_contenu (empreinte, taille, cree_le, sain_le) VALUES ('${hash}', 7, UTC_TIMESTAMP() - INTERVAL 2 DAY, UTC_TIMESTAMP())`);
	queue('seau', 2);
	await freed();
	const child = spawn(program, ['--for', '1'], { env: { ...process.env, ESSAIM_CONF: conf, ESSAIM_STORE_URL: 's3://seau@127.0.0.1:1',
		ESSAIM_STORE_KEY_FILE: key }, stdio: ['ignore', 'pipe', 'pipe'] });
	const { out } = await ended(child);

	assert.match(out, /the store of files does not answer DELETE/);
	assert.equal(state('seau'), 'envoye\t2');
	assert.equal(sql(`SELECT COUNT(*) FROM fichier_contenu WHERE empreinte = '${hash}'`), '1');
	sql(`DELETE FROM fichier_contenu WHERE empreinte = '${hash}'`);
});

await stopJobs();
await runAll(() => {
	base.end();
	up();
});
