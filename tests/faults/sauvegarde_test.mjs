// Dumps: written while others write, read again, refused when one bit is another, restored into an
// empty base where all is as it was, and silent there until an operator says that it is the site.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, instance, runAll, tableSums, test } from './lib.mjs';

const folder = mkdtempSync(join(tmpdir(), 'essaim-dump.'));
const conf = join(instance, 'essaim.conf'), socket = join(instance, 'run/mariadb.sock');
const run = (program, args, env = {}) => spawnSync(join(instance, 'inst/libexec/essaim', program), args,
	{ encoding: 'utf8', env: { ...process.env, ESSAIM_CONF: conf, ESSAIM_DATA: join(instance, 'inst/share/essaim'), ...env } });
const sql = (base, text) => execFileSync('mariadb', ['--no-defaults', '-S', socket, '-u', process.env.USER ?? 'root', '-N', base, '-e', text],
	{ encoding: 'utf8', maxBuffer: 1 << 30 }).trim();
const ok = (truth, why) => { if (!truth) throw new Error(why); };
const elsewhere = { ESSAIM_DB_NAME: 'essaim_copie', ESSAIM_STORE_URL: `file://${folder}/copie` };
let dump;

test('a dump is written while somebody writes, and is as it was written', async () => {
	const benP = new Client('benP');
	await benP.signIn();
	const done = run('essaim-dump', ['--out', folder]);
	ok(done.status === 0, done.stdout + done.stderr);
	dump = join(folder, readdirSync(folder).find(name => name.startsWith('essaim-')));
	ok(/^essaim-\d{4}-\d\d-\d\dT\d{6}Z$/.test(dump.split('/').pop()), dump);
	ok(run('essaim-dump', ['--verify', dump]).status === 0, 'it verifies');
	const lines = readFileSync(join(dump, 'MANIFEST'), 'utf8').trim().split('\n').map(line => line.split('\t'));
	const [, people] = lines.find(([name]) => name === 'tables/contact.csv');
	ok(Number(people) === Number(sql('essaim', 'SELECT COUNT(*) FROM contact')), 'as many people as there are');
	ok(execFileSync('sha256sum', ['-c', 'MANIFEST.sha256'], { cwd: dump, encoding: 'utf8' }).includes('OK'), 'sha256sum says so too');
	ok((statSync(dump).mode & 0o77) === 0, 'others cannot read it');
	ok(!readdirSync(folder).some(name => name.startsWith('.')), 'nothing half done is left');
});

// Every file of the dump as often as any other, at any byte of it.
test('one bit that is another, of a hundred anywhere: each is refused', () => {
	const names = readdirSync(dump, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
		.map(entry => join(entry.parentPath ?? entry.path, entry.name)).filter(name => statSync(name).size > 0);
	const always = ['MANIFEST', 'MANIFEST.sha256', 'LISEZMOI', 'schema.sql'].map(name => join(dump, name));
	for (let i = 0; i < 100; i++) {
		const name = i < 8 ? always[i % 4] : names[randomInt(names.length)];
		const was = readFileSync(name), bytes = Buffer.from(was), at = randomInt(bytes.length), bit = randomInt(8);
		const put = content => {
			rmSync(name); // never through the link, into the files of the site
			writeFileSync(name, content, { mode: 0o600 });
		};
		bytes[at] ^= 1 << bit;
		put(bytes);
		const wrong = run('essaim-dump', ['--verify', dump]);
		put(was);
		ok(wrong.status === 1, `${name}: bit ${bit} of byte ${at} is another, and nobody sees it: ${wrong.stdout}${wrong.stderr}`);
	}
	ok(run('essaim-dump', ['--verify', dump]).status === 0, 'and as it was, it is good again');
});

test('a file less, a file more, one of another name, one cut, one empty: refused', () => {
	const csv = join(dump, 'tables/contact.csv'), was = readFileSync(csv);
	const refused = what => ok(run('essaim-dump', ['--verify', dump]).status === 1, what);
	for (const more of ['tables/de-plus.csv', 'MANIFEST.bak', '.cache', 'fichiers/xx']) {
		writeFileSync(join(dump, more), '');
		refused(more);
		rmSync(join(dump, more));
	}
	renameSync(csv, join(dump, 'tables/contacts.csv'));
	refused('another name');
	renameSync(join(dump, 'tables/contacts.csv'), join(dump, 'contact.csv'));
	refused('another folder');
	rmSync(join(dump, 'contact.csv'));
	refused('a file less');
	for (const bytes of [was.subarray(0, was.length - 1), Buffer.concat([was, Buffer.from('x')]), '']) {
		writeFileSync(csv, bytes);
		refused(`${bytes.length} bytes`);
	}
	writeFileSync(csv, was);
	ok(run('essaim-dump', ['--verify', dump]).status === 0, 'and as it was, it is good again');
});

test('it is restored into an empty base alone, and all is as it was', () => {
	ok(run('essaim-restore', [dump]).status === 1, 'a base that holds something is refused');
	sql('mysql', 'CREATE DATABASE essaim_copie CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;' +
		"GRANT ALL ON essaim_copie.* TO essaim@localhost");
	mkdirSync(join(folder, 'copie'));
	const done = run('essaim-restore', [dump], elsewhere);
	ok(done.status === 0, done.stdout + done.stderr);
	ok(done.stdout.includes('writes to nobody'), done.stdout);
	const word = sql('essaim', "SELECT SUBSTRING_INDEX(titre, ' ', 1) FROM recherche WHERE titre REGEXP '^[a-z]{5,} ' LIMIT 1");
	const found = base => sql(base, `SELECT COUNT(*) FROM recherche WHERE MATCH (titre) AGAINST ('${word}' IN BOOLEAN MODE)`);
	ok(Number(found('essaim')) > 0 && found('essaim_copie') === found('essaim'), `the full text finds "${word}" as before`);
	ok(sql('essaim_copie', 'SELECT COUNT(*) FROM suivi') === sql('essaim_copie', 'SELECT COUNT(*) FROM abonnement'), 'a view');
});

test('any client loads it: no first line that those before 10.11.8 do not know', () => {
	const client = (base, input) => execFileSync('mariadb', ['--no-defaults', '-S', socket, '-u', process.env.USER ?? 'root', '--default-character-set=utf8mb4',
		base], { input });
	sql('mysql', 'CREATE DATABASE essaim_client CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci');
	ok(!/sandbox|\\-|11\.\d/.test(readFileSync(join(dump, 'schema.sql'), 'utf8').split('\n')[0]), 'the first line');
	client('essaim_client', readFileSync(join(dump, 'schema.sql')));
	for (const name of readdirSync(join(dump, 'tables')).filter(file => file.endsWith('.sql'))) {
		const text = readFileSync(join(dump, 'tables', name), 'utf8');
		ok(text.startsWith('SET NAMES utf8mb4;') && !/^\\/m.test(text), name);
		client('essaim_client', text);
	}
	const [one, other] = ['essaim_client', 'essaim_copie'].map(base => tableSums(text => sql(base, text), ['reglage']));
	ok([...one].every(([name, sum]) => other.get(name) === sum) && one.size === other.size, 'all rows are there');
	sql('mysql', 'DROP DATABASE essaim_client');
});

test('a restored copy is mute until it is the site; what waited then does not leave', () => {
	sql('essaim_copie', "INSERT INTO courriel (adresse, genre, sujet, texte, html, cree_le, du_le)" +
		" VALUES ('quelquun@exemple.org', 'essai', 'Muette', 'x', 'x', UTC_TIMESTAMP(), UTC_TIMESTAMP())");
	for (const program of ['essaim-mail', 'essaim-sync', 'essaim-dump']) { // the dump of the night: who names a folder has one
		const done = run(program, [], { ...elsewhere, ESSAIM_DUMP_FOLDER: folder });
		ok(done.status === 0 && done.stdout.includes('restored copy'), `${program}: ${done.stdout}${done.stderr}`);
	}
	ok(sql('essaim_copie', "SELECT etat FROM courriel WHERE sujet = 'Muette'") === 'pret', 'it waits');
	ok(run('essaim-admin', ['site', 'resume'], elsewhere).stdout.includes('from now on'), 'resume');
	run('essaim-mail', [], elsewhere);
	ok(sql('essaim_copie', "SELECT etat FROM courriel WHERE sujet = 'Muette'") === 'annule', 'it does not leave');
	ok(run('essaim-admin', ['site', 'resume']).stdout.includes('already'), 'the site itself');
});

test('files that are not there, or are others, are told once; a folder of somebody is left alone', () => {
	const of = join(folder, 'fichiers'), store = join(folder, 'copie'), hash = createHash('sha256').update('Bonjour').digest('hex');
	mkdirSync(join(of, '.essaim-mienne'), { recursive: true });
	for (let day = 10; day < 30; day++)
		mkdirSync(join(of, `essaim-2020-01-${day}T011000Z`));
	mkdirSync(join(store, hash.slice(0, 2)), { recursive: true });
	writeFileSync(join(store, hash.slice(0, 2), hash), 'Bonsoir');
	sql('essaim_copie', `INSERT INTO fichier_contenu (empreinte, taille, cree_le) VALUES ('${hash}', 7, UTC_TIMESTAMP()),
		('${'0'.repeat(64)}', 7, UTC_TIMESTAMP())`);
	let done = run('essaim-dump', ['--out', of], elsewhere);
	ok(done.status === 1 && done.stdout.includes('missing=2') && done.stdout.includes('ALARM'), done.stdout + done.stderr);
	execFileSync('sleep', ['1.1']);
	done = run('essaim-dump', ['--out', of], elsewhere);
	ok(done.status === 0 && done.stdout.includes('missing=2'), done.stdout + done.stderr);
	ok(readdirSync(of).filter(name => name.startsWith('essaim-2020')).length === 20 && existsSync(join(of, '.essaim-mienne')), 'they are there');
	sql('essaim_copie', `DELETE FROM fichier_contenu WHERE empreinte IN ('${hash}', '${'0'.repeat(64)}')`);
});

test('far fewer rows than the night before: it is kept, and told', () => {
	sql('essaim_copie', 'INSERT INTO sauvegarde (nom, faite_le, duree_ms, lignes) VALUES (\'hier\', UTC_TIMESTAMP(), 1, 100000000)');
	mkdirSync(join(folder, 'petite'));
	const done = run('essaim-dump', ['--out', join(folder, 'petite')], elsewhere);
	ok(done.status === 1 && done.stdout.includes('ALARM'), done.stdout + done.stderr);
	ok(Number(sql('essaim_copie', "SELECT COUNT(*) FROM courriel WHERE genre = 'sauvegarde_alarme'")) > 0, 'administrators are told');
	execFileSync('sleep', ['1.1']); // another second, another name
	const next = run('essaim-dump', ['--out', join(folder, 'petite')], elsewhere);
	ok(next.status === 0 && !next.stdout.includes('ALARM'), 'the night after is green: an alarm that is always red is none');
});

await runAll(() => {
	sql('mysql', 'DROP DATABASE IF EXISTS essaim_copie; DROP DATABASE IF EXISTS essaim_client');
	rmSync(folder, { recursive: true, force: true });
	ok(!existsSync(folder), 'nothing is left');
});
