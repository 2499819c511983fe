// A bare machine becomes the site again (tests/restore says what is asked).
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { account, instance, runAll, sleep, stopJobs, tableSums, test, until, up, url } from './faults/lib.mjs';

const bare = mkdtempSync(join(tmpdir(), 'essaim-restore.')), me = userInfo().username;
const from = join(instance, 'run/mariadb.sock'), to = join(bare, 'sock');
const inst = join(instance, 'inst'), password = 'un\\n"secret"#de ; test\\'; // whatever an operator chose
const ok = (truth, why) => { if (!truth) throw new Error(why); };

// No network at all, where this machine lets us; what speaks by sockets of files needs none.
const alone = [['unshare', '-n'], ['unshare', '-rn']].find(words => spawnSync(words[0], [...words.slice(1), 'true']).status === 0) ?? [];
const cut = (program, args, options = {}) => {
	const [first, ...words] = [...alone, program, ...args];
	return spawnSync(first, words, { encoding: 'utf8', maxBuffer: 1 << 30, ...options });
};
const settings = (socket, more) => ({ ...process.env, ESSAIM_CONF: join(instance, 'essaim.conf'), ESSAIM_DATA: join(inst, 'share/essaim'),
	ESSAIM_DB_SOCKET: socket, ...more });
const here = more => settings(to, { ESSAIM_STORE_URL: `file://${bare}/files`, ESSAIM_DUMP_FOLDER: join(bare, 'dumps'),
	ESSAIM_DB_PASSWORD_FILE: join(bare, 'secret'), ...more });
const run = (name, args, env) => cut(join(inst, 'libexec/essaim', name), args, { env });
const sql = (socket, base, text) => execFileSync('mariadb', ['--no-defaults', '-S', socket, '-u', socket === to ? 'root' : me, '-N', base, '-e', text],
	{ encoding: 'utf8', maxBuffer: 1 << 30 }).trim();

const sums = (socket, base, but) => tableSums(text => sql(socket, base, text), but);
const differ = (a, b) => [...a].filter(([name, sum]) => b.get(name) !== sum).map(([name]) => name)
	.concat([...b.keys()].filter(name => !a.has(name))).join();

const files = folder => new Map(existsSync(folder) ? readdirSync(folder, { recursive: true }).filter(name => statSync(join(folder, name)).isFile())
	.map(name => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]) : []);

// A request to the program of an area, as plain CGI: there is no web server either.
function ask(area, method, path, { cookie = '', form } = {})
{
	const body = form ? new URLSearchParams(form).toString() : '';
	const done = cut(join(inst, 'libexec/essaim', `${area}.fcgi`), [], { input: body, env: here({ REQUEST_METHOD: method, REQUEST_URI: path,
		QUERY_STRING: '', CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: String(body.length), HTTP_COOKIE: cookie,
		HTTP_HOST: new URL(url).host, REMOTE_ADDR: '127.0.0.1', SERVER_PROTOCOL: 'HTTP/1.1' }) });
	const [head, ...rest] = done.stdout.split(/\r?\n\r?\n/);

	return { status: Number(/^Status: (\d+)/m.exec(head)?.[1] ?? 200), text: rest.join('\n\n'), head,
		cookie: [...head.matchAll(/^Set-Cookie: ([^;]*)/gm)].map(([, one]) => one).join('; ') };
}

let dump, server;

test('a dump of the running site', async () => {
	await stopJobs(); // so that both sides can be looked at later
	const bytes = Buffer.alloc(300000, 'Réunion '), hash = createHash('sha256').update(bytes).digest('hex');
	mkdirSync(join(instance, 'files', hash.slice(0, 2)), { recursive: true });
	writeFileSync(join(instance, 'files', hash.slice(0, 2), hash), bytes);
	sql(from, 'essaim', `REPLACE INTO fichier_contenu (empreinte, taille, cree_le) VALUES ('${hash}', ${bytes.length}, UTC_TIMESTAMP())`);
	const done = run('essaim-dump', ['--out', bare], settings(from));
	ok(done.status === 0 && /files=[1-9]/.test(done.stdout), done.stdout + done.stderr);
	console.log(`     ${done.stdout.trim()}${alone.length > 0 ? '' : ' (this machine does not let us cut the network)'}`);
	dump = join(bare, readdirSync(bare).find(name => name.startsWith('essaim-')));
});

test('an empty server', async () => {
	mkdirSync(join(bare, 'tmp'));
	mkdirSync(join(bare, 'dumps'));
	mkdirSync(join(bare, 'binlog'));
	const made = cut('mariadb-install-db', ['--no-defaults', '--force', `--user=${me}`, `--datadir=${bare}/data`,
		'--auth-root-authentication-method=normal', '--skip-test-db']);
	ok(made.status === 0, made.stdout + made.stderr);
	const [first, ...words] = [...alone, 'mariadbd', '--no-defaults', `--user=${me}`, `--datadir=${bare}/data`, `--socket=${to}`,
		`--tmpdir=${bare}/tmp`, `--pid-file=${bare}/pid`, '--skip-networking', '--innodb-flush-log-at-trx-commit=2',
		`--log-bin=${bare}/binlog/mariadb-bin`, '--binlog-format=ROW', '--server-id=1'];
	server = spawn(first, words, { stdio: 'ignore', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } });
	await until(() => spawnSync('mariadb', ['--no-defaults', '-S', to, '-u', 'root', '-e', 'DO 0']).status === 0 || server.exitCode !== null, 'the server');
	writeFileSync(join(bare, 'secret'), password, { mode: 0o600 });
	sql(to, 'mysql', `CREATE DATABASE essaim CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
		CREATE USER essaim@localhost IDENTIFIED BY '${password.replace(/\\/g, '\\\\')}'; GRANT ALL ON essaim.* TO essaim@localhost`);
});

test('the site is restored: every table and every file is as it was', () => {
	const done = run('essaim-restore', [dump], here());
	ok(done.status === 0, done.stdout + done.stderr);
	console.log(`     ${done.stdout.split('\n')[0]}`);
	const but = ['reglage', 'sauvegarde', 'effacement_fait']; // who this is, and what was noted since
	const other = differ(sums(from, 'essaim', but), sums(to, 'essaim', but));
	ok(other === '', `other tables: ${other}`);
	const names = sql(from, 'essaim', 'SELECT empreinte FROM fichier_contenu').split('\n').filter(Boolean);
	const were = files(join(instance, 'files')), are = files(join(bare, 'files'));
	ok(names.length > 0 && names.every(hash => are.get(`${hash.slice(0, 2)}/${hash}`) === hash && were.has(`${hash.slice(0, 2)}/${hash}`)), 'files');
	const word = sql(to, 'essaim', "SELECT SUBSTRING_INDEX(titre, ' ', 1) FROM recherche WHERE titre REGEXP '^[a-z]{5,} ' LIMIT 1");
	const found = socket => sql(socket, 'essaim', `SELECT COUNT(*) FROM recherche WHERE MATCH (titre) AGAINST ('${word}' IN BOOLEAN MODE)`);
	ok(Number(found(to)) > 0 && found(to) === found(from), `the full text finds "${word}"`);
});

test('a person signs in with the password that she had', () => {
	const { email, password: secret } = account('benP');
	const page = ask('connexion', 'GET', '/connexion');
	ok(page.status === 200, page.head);
	const csrf = /name="csrf" value="([^"]*)"/.exec(page.text)[1];
	const wrong = ask('connexion', 'POST', '/connexion', { cookie: page.cookie, form: { csrf, email, mot_de_passe: 'pas celui-là' } });
	ok(wrong.status === 422, `another password: ${wrong.status}`);
	const done = ask('connexion', 'POST', '/connexion', { cookie: page.cookie, form: { csrf, email, mot_de_passe: secret } });
	ok(done.status === 303, `${done.head}`);
	const card = ask('annuaire', 'GET', '/annuaire', { cookie: done.cookie });
	ok(card.status === 200 && card.text.includes('Annuaire'), `${card.head}`);
});

test('it is mute until an operator says that it is the site', () => {
	for (const [program, args] of [['essaim-mail', []], ['essaim-sync', []], ['essaim-dump', []], ['essaim-restore', ['--trial']]]) {
		const done = run(program, args, here());
		ok(done.status === 0 && done.stdout.includes('restored copy'), `${program}: ${done.stdout}${done.stderr}`);
	}
	ok(readdirSync(join(bare, 'dumps')).length === 0, 'no dump');
	ok(run('essaim-admin', ['site', 'resume'], here()).stdout.includes('from now on'), 'resume');
	ok(!run('essaim-mail', [], here()).stdout.includes('restored copy'), 'it speaks');
});

// The hour on the wall of the site, of now: what a person says.
const wall = () => new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
const another = () => sql(to, 'mysql', `DROP DATABASE IF EXISTS essaim_avant; CREATE DATABASE essaim_avant CHARACTER SET utf8mb4
	COLLATE utf8mb4_uca1400_ai_ci; GRANT ALL ON essaim_avant.* TO essaim@localhost`);

test('back to the second before a mistake, by the binary log', async () => {
	const night = run('essaim-dump', [], here());
	ok(night.status === 0, night.stdout + night.stderr);
	const last = join(bare, 'dumps', readdirSync(join(bare, 'dumps')).find(name => name.startsWith('essaim-')));
	ok(/^journal-binaire +mariadb-bin\.\d+:\d+$/m.test(readFileSync(join(last, 'LISEZMOI'), 'utf8')), 'LISEZMOI says where the log stood');

	// A day of work, over two files of the log, one row after the snapshot and before its end too.
	const { email, password: secret } = account('benP'), page = ask('connexion', 'GET', '/connexion');
	ask('connexion', 'POST', '/connexion', { cookie: page.cookie, form: { csrf: /name="csrf" value="([^"]*)"/.exec(page.text)[1], email, mot_de_passe: secret } });
	sql(to, 'essaim', `UPDATE contact SET ville = 'Ville d’après — été' WHERE id MOD 3 = 0; FLUSH BINARY LOGS;
		INSERT INTO reglage VALUES ('essai.apres', 'l’après\\n; -- \\0 '); DELETE FROM contact_mot WHERE contact_id MOD 7 = 0;
		ALTER TABLE etiquette ADD COLUMN essai_apres INT NOT NULL DEFAULT 7`);
	const right = sums(to, 'essaim', ['reglage']), settled = sql(to, 'essaim', "SELECT * FROM reglage WHERE cle <> 'site.identite' ORDER BY cle");
	await sleep(2100); // the log knows seconds
	const moment = wall();
	sql(to, 'essaim', "UPDATE contact SET nom = 'Erreur', email = CONCAT(id, '@erreur.example'); DELETE FROM membre; DROP TABLE contact_mot");
	await sleep(1100);
	sql(to, 'essaim', 'UPDATE contact SET prenom = \'Encore\'');

	another();
	const restored = () => run('essaim-restore', [last, '--until', moment, '--binlog', join(bare, 'binlog')],
		here({ ESSAIM_DB_NAME: 'essaim_avant', ESSAIM_STORE_URL: `file://${bare}/files-avant` }));
	const denied = restored();
	ok(denied.status === 1 && denied.stderr.includes('BINLOG REPLAY'), `without the right: ${denied.stdout}${denied.stderr}`);
	another();
	sql(to, 'mysql', 'GRANT BINLOG REPLAY ON *.* TO essaim@localhost');
	const done = restored();
	ok(done.status === 0, done.stdout + done.stderr);
	console.log(`     ${done.stdout.split('\n')[0]}`);
	const other = differ(right, sums(to, 'essaim_avant', ['reglage']));
	ok(other === '', `other tables: ${other}`);
	ok(sql(to, 'essaim_avant', "SELECT * FROM reglage WHERE cle <> 'site.identite' ORDER BY cle") === settled, 'settings');
	ok(sql(to, 'essaim_avant', "SELECT COUNT(*) FROM contact WHERE nom = 'Erreur'") === '0', 'no mistake');
	ok(sql(to, 'essaim', "SELECT COUNT(*) FROM contact WHERE nom <> 'Erreur'") === '0', 'and the other base was not written to');
	ok(run('essaim-mail', [], here({ ESSAIM_DB_NAME: 'essaim_avant' })).stdout.includes('restored copy'), 'it is mute, whatever the log says');
});

test('a log that does not go back to the dump, a moment that is none: refused', () => {
	const last = join(bare, 'dumps', readdirSync(join(bare, 'dumps')).find(name => name.startsWith('essaim-')));
	for (const [moment, folder, why] of [[wall(), join(bare, 'tmp'), 'is not in'], ['hier', join(bare, 'binlog'), 'AAAA-MM-JJ'],
		['2026-13-40 10:00:00', join(bare, 'binlog'), 'AAAA-MM-JJ']]) {
		another();
		const done = run('essaim-restore', [last, '--until', moment, '--binlog', folder],
			here({ ESSAIM_DB_NAME: 'essaim_avant', ESSAIM_STORE_URL: `file://${bare}/files-avant` }));
		ok(done.status === 1 && done.stderr.includes(why), done.stdout + done.stderr);
	}
});

// An empty base of that name, of the same server.
const emptyBase = name => sql(to, 'mysql', `DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4
	COLLATE utf8mb4_uca1400_ai_ci; GRANT ALL ON ${name}.* TO essaim@localhost`);
const holding = (base, words) => execFileSync('mariadb-dump', ['--no-defaults', '-S', to, '-u', 'root', '--skip-extended-insert', base],
	{ encoding: 'latin1', maxBuffer: 1 << 30 }).split('\n').filter(line => line.startsWith('INSERT') && words.some(word => line.includes(word))).map(line => line.slice(0, 300));

test('who was erased since the dump stays erased', () => {
	const [id, email, made] = sql(from, 'essaim', `SELECT c.id, c.email, o.cree_le FROM contact c JOIN objet o ON o.id = c.id
		WHERE c.email <> '' AND c.acces = 3 AND NOT EXISTS (SELECT 1 FROM compte co WHERE co.contact_id = c.id)
		AND NOT EXISTS (SELECT 1 FROM contact d WHERE d.id <> c.id AND LOCATE(c.email, d.email)) ORDER BY c.id LIMIT 1`).split('\t');
	const beside = join(bare, 'efface');
	mkdirSync(beside);
	execFileSync('cp', ['-al', dump, beside]);
	writeFileSync(join(bare, 'liste'), `1\t${id}\t${made}\t${made}\n`);
	const erased = run('essaim-admin', ['erasure', 'replay', join(bare, 'liste')], settings(from));
	ok(erased.stdout.includes('erased again=1'), `she is erased where she was: ${erased.stdout}${erased.stderr}`);
	const next = run('essaim-dump', [], settings(from, { ESSAIM_DUMP_FOLDER: beside, ESSAIM_DUMP_SECOND: '' }));
	ok(next.stdout.includes('dump: '), next.stdout + next.stderr);
	ok(readFileSync(join(beside, 'effacements'), 'utf8').includes(`\t${id}\t${made}\t`), 'it stands beside the dumps');
	emptyBase('essaim_efface');
	const other = here({ ESSAIM_DB_NAME: 'essaim_efface', ESSAIM_STORE_URL: `file://${bare}/files-efface` });
	const naive = join(bare, 'sans');
	mkdirSync(naive);
	execFileSync('cp', ['-al', dump, naive]);
	ok(run('essaim-restore', [join(naive, dump.split('/').pop())], other).status === 0, 'without the list');
	ok(holding('essaim_efface', [email]).length > 0, 'the dump knows her');
	emptyBase('essaim_efface');
	rmSync(join(bare, 'files-efface'), { recursive: true, force: true });
	const done = run('essaim-restore', [join(beside, dump.split('/').pop())], other);
	ok(done.status === 0 && done.stdout.includes('erased again=1'), done.stdout + done.stderr);
	ok(sql(to, 'essaim_efface', `SELECT titre FROM objet WHERE id = ${id}`) === 'Personne effacée', 'she has no name');
	const left = holding('essaim_efface', [email]);
	ok(left.length === 0, `and is in no table: ${left.join('\n')}`);
});

// The programs reach the store by the network, so they are not cut off it here.
test('files in a bucket: restored into it, dumped out of it, restored again', async () => {
	const stores = [0, 1].map(() => spawn('node', ['tests/s3/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] }));
	const ports = await Promise.all(stores.map(store => new Promise(go => store.stdout.once('data', data => go(Number(String(data)))))));
	const work = (name, args, env) => spawnSync(join(inst, 'libexec/essaim', name), args, { env, encoding: 'utf8' });
	const fichiers = path => readFileSync(join(path, 'MANIFEST'), 'utf8').split('\n').filter(line => line.startsWith('fichiers/')).sort().join('\n');
	writeFileSync(join(bare, 's3'), 'essaim-essai:un+secret/de=test\n', { mode: 0o600 });
	try {
		const sites = ports.map((port, i) => here({ ESSAIM_DB_NAME: `essaim_seau${i}`, ESSAIM_STORE_URL: `s3://essaim@127.0.0.1:${port}`,
			ESSAIM_STORE_KEY_FILE: join(bare, 's3'), ESSAIM_STORE_REGION: 'fr-par', ESSAIM_DUMP_FOLDER: join(bare, 'seau') }));
		mkdirSync(join(bare, 'seau'));
		sites.forEach((site, i) => emptyBase(`essaim_seau${i}`));
		let done = work('essaim-restore', [dump], sites[0]);
		ok(done.status === 0 && /files=[1-9]/.test(done.stdout), done.stdout + done.stderr);
		ok(work('essaim-admin', ['site', 'resume'], sites[0]).status === 0, 'resume');
		done = work('essaim-dump', [], sites[0]);
		ok(done.status === 0 && done.stdout.includes('missing=0'), done.stdout + done.stderr);
		const again = join(bare, 'seau', readdirSync(join(bare, 'seau')).find(name => name.startsWith('essaim-')));
		ok(fichiers(again) === fichiers(dump), 'the same files');
		done = work('essaim-restore', [again], sites[1]);
		ok(done.status === 0, done.stdout + done.stderr);
		const broken = work('essaim-dump', [], { ...sites[0], ESSAIM_STORE_URL: `s3://occupe@127.0.0.1:${ports[0]}` });
		ok(broken.status === 1 && readdirSync(join(bare, 'seau')).filter(name => name.startsWith('essaim-')).length === 1, 'a store that does not answer: no dump');
	} finally {
		stores.forEach(store => store.kill());
	}
});

await runAll(async () => {
	if (server !== undefined && server.exitCode === null) {
		if (existsSync(join(bare, 'pid')))
			process.kill(Number(readFileSync(join(bare, 'pid'), 'utf8')), 'SIGTERM');
		else
			server.kill();
		await until(() => server.exitCode !== null || server.signalCode !== null, 'the server ends');
	}
	rmSync(bare, { recursive: true, force: true });
	up();
});
