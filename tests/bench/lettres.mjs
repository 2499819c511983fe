// Letters: a million recipients prepared; then the same letters to the same receiver by essaim-mail and
// by nodemailer's pooled transport: messages a second, and a second of processor of who sends.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu, instance, peak, row } from './_lib.mjs';

const PEOPLE = Number(process.env.PEOPLE ?? 1000000), N = Number(process.env.LETTERS ?? 5000), AT_ONCE = 8;
const sleep = ms => new Promise(go => setTimeout(go, ms));

// A letter of some 25 KB, as weekly ones are.
const paragraph = 'Samedi, nous étions trois cents sur la place, et la pluie n’y a rien changé : merci à toutes et à tous. ';
const html = `<!DOCTYPE html><html lang="fr"><body><p>Bonjour {prenom},</p>${`<p style="margin:0 0 16px">${paragraph.repeat(3)}</p>\n`.repeat(60)}</body></html>`;
const text = `Bonjour {prenom},\n\n${paragraph.repeat(10)}\n`;

async function until(condition, seconds, step = 100)
{
	const began = performance.now();

	while (!await condition()) {
		if (performance.now() - began > seconds * 1000)
			throw new Error('too long');
		await sleep(step);
	}
	return performance.now() - began;
}

function quoted(words)
{
	return `'${words.replaceAll("'", "''")}'`;
}

// Volunteers with an address each, nine in ten of them at one of five large domains.
function people(sql)
{
	for (let at = 1; at <= PEOPLE; at += 100000) {
		const seq = `seq_${at}_to_${Math.min(PEOPLE, at + 99999)}`;

		sql(`SET foreign_key_checks = 0;
		INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) SELECT 100000 + seq, 'contact', 'x', NOW(), NOW(), 3 FROM ${seq};
		INSERT INTO contact (id, prenom, nom, email, statut, type_contact, acces, tri) SELECT 100000 + seq, 'Nour', 'B',
			CONCAT('p', seq, '@', IF(seq MOD 10 = 0, CONCAT('d', seq MOD 9973), CONCAT('grand', seq MOD 5)), '.example'),
			'confirme', 'benevole', 2, CONCAT('b ', seq) FROM ${seq};
		INSERT INTO contact_public SELECT 100000 + seq, 2 FROM ${seq};`);
	}
	// one of them sends letters
	sql("UPDATE contact SET acces = 3 WHERE id = 100001; INSERT IGNORE INTO contact_public SELECT 100001, p.public_id FROM profil p "
		+ "JOIN profil_droit d ON d.profil_id = p.id AND d.domaine = 'envois' AND d.niveau = 2; ANALYZE TABLE objet, contact, contact_public;");
}

// A letter with an edition, to that audience; its personal mark is between U+E000 and U+E001.
function letter(sql, id, audience, etat)
{
	const mark = words => quoted(words.replaceAll('{prenom}', '\uE000prenom\uE001'));

	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (${id}, 'lettre', 'Lettre', NOW(), NOW(), 4);
		INSERT INTO lettre (id, audience, etat, edition, du_le, par_id, commence_le) VALUES (${id}, '${audience}', '${etat}', 1,
			UTC_TIMESTAMP(), 100001, UTC_TIMESTAMP());
		INSERT INTO lettre_edition (lettre_id, numero, version, sujet, apercu, html, texte, cree_le)
			VALUES (${id}, 1, 1, 'Été à venir', 'x', ${mark(html)}, ${mark(text)}, UTC_TIMESTAMP());`);
}

// Run essaim-mail; done() tells when to stop.  Milliseconds, CPU seconds, MB.
async function send(site, settings, done)
{
	const child = spawn(join(site.dir, 'inst/libexec/essaim/essaim-mail'), ['--for', '600'],
		{ env: { ...site.env, ESSAIM_CONF: join(site.dir, 'essaim.conf'), ...settings }, stdio: 'inherit' });
	let used = 0, memory = 0;
	const look = setInterval(() => {
		memory = Math.max(memory, peak([child.pid]));
	}, 100);

	const ms = await until(() => done(child.pid), 600, 50);
	used = cpu([child.pid]);
	clearInterval(look);
	child.kill('SIGTERM');
	await new Promise(go => child.on('close', go));
	return { ms, used, memory };
}

const receiver = async dir => {
	const child = spawn('node', ['tests/bench/_receiver.mjs', join(dir, 'relay.log')], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [port, web] = await new Promise(go => child.stdout.once('data', line => go(String(line).split(' ').map(Number))));

	return { child, port, count: async () => Number(await (await fetch(`http://127.0.0.1:${web}/`)).text()) };
};

async function byNodemailer(port)
{
	const child = spawn('node', ['tests/bench/_nodemailer.mjs', String(port), String(N), String(AT_ONCE)],
		{ stdio: ['pipe', 'pipe', 'inherit'] });

	child.stdin.end(JSON.stringify({ html, text }));
	let out = '';
	child.stdout.on('data', words => { out += words; });
	await new Promise(go => child.on('close', go));
	return JSON.parse(out);
}

const site = await instance('lettres', { ESSAIM_SMTP_RATE: '1' });
let sink;
try {
	const cron = join(site.dir, 'run', 'cron.pid');
	const { readFileSync } = await import('node:fs');
	process.kill(Number(readFileSync(cron, 'utf8').split(' ')[0]), 'SIGTERM'); // the bench runs the jobs itself
	await until(() => site.sql("SELECT IS_FREE_LOCK('essaim.mail')").trim() === '1', 90);
	people(site.sql);
	letter(site.sql, 90001, 'public:tous', 'programmee');
	const prepared = await send(site, { ESSAIM_SMTP_URL: 'smtp://127.0.0.1:1' },
		() => site.sql('SELECT prete_le IS NOT NULL FROM lettre WHERE id = 90001').trim() === '1');
	const total = Number(site.sql("SELECT total FROM lettre WHERE id = 90001; UPDATE lettre SET etat = 'pause' WHERE id = 90001;"));
	row('', 'measured', 'wanted');
	row(`${total} recipients prepared`, `${(prepared.ms / 1000).toFixed(1)} s`, '< 60 s');
	row('  memory of essaim-mail', `${prepared.memory.toFixed(0)} MB`, '< 64 MB');

	writeFileSync(join(site.dir, 'relay.log'), '');
	sink = await receiver(site.dir);
	letter(site.sql, 90002, 'public:siege', 'en_cours');
	site.sql(`INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, domaine, du_le) SELECT 90002, c.id, c.email,
			SUBSTRING_INDEX(c.email, '@', -1), UTC_TIMESTAMP() FROM contact c WHERE c.id > 100001 ORDER BY c.id LIMIT ${N};
		UPDATE lettre SET prete_le = UTC_TIMESTAMP(), total = ${N} WHERE id = 90002;`);
	const db = Number(readFileSync(join(site.dir, 'run', 'mariadb.pid'), 'utf8').split(' ')[0]);
	const dbBefore = cpu([db]), sinkBefore = cpu([sink.child.pid]);
	let first = 0, began = 0;
	const ours = await send(site, { ESSAIM_SMTP_URL: `smtp://127.0.0.1:${sink.port}`, ESSAIM_SMTP_RATE: '0',
		ESSAIM_SMTP_CONNECTIONS: String(AT_ONCE), ESSAIM_SMTP_LOG: join(site.dir, 'relay.log') }, async () => {
		const n = await sink.count();

		if (began === 0 && n > 0)
			[began, first] = [performance.now(), n];
		return n >= N && site.sql('SELECT envoyes FROM lettre WHERE id = 90002').trim() === String(N);
	});
	const rate = (N - first) / (performance.now() - began) * 1000;
	const base = cpu([db]) - dbBefore, taking = cpu([sink.child.pid]) - sinkBefore;
	const theirs = await byNodemailer(sink.port);
	row(`${N} letters of ${(html.length / 1024).toFixed(0)} KB, ${AT_ONCE} at once`, 'essaim-mail', 'nodemailer', 'ratio');
	row('  a second', rate.toFixed(0), theirs.rate.toFixed(0), `${(rate / theirs.rate).toFixed(2)} (2)`);
	row('  a second of processor', (N / ours.used).toFixed(0), (N / theirs.cpu).toFixed(0),
		`${(N / ours.used / (N / theirs.cpu)).toFixed(2)} (4)`);
	row('  the same with MariaDB', (N / (ours.used + base)).toFixed(0), (N / theirs.cpu).toFixed(0),
		(N / (ours.used + base) / (N / theirs.cpu)).toFixed(2));
	row('  the receiver takes, at most', (N / taking).toFixed(0));
	row('  memory', `${ours.memory.toFixed(0)} MB`, `${theirs.memory.toFixed(0)} MB`);
} finally {
	sink?.child.kill();
	site.end();
}
