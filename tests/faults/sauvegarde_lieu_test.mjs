// The second place of dumps: sealed copies, that are there whole or not at all; what fails there takes
// nothing from what is here and is told once.  And the trial, that restores the last dump apart.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import aws4 from 'aws4';
import { freePort, instance, runAll, sleep, stopJobs, test, until, up } from './lib.mjs';

const folder = mkdtempSync(join(tmpdir(), 'essaim-lieu.'));
const conf = join(instance, 'essaim.conf'), socket = join(instance, 'run/mariadb.sock');
const dumps = join(folder, 'dumps'), second = join(folder, 'second'), bin = join(folder, 'bin');
const home = join(folder, 'gnupg'), key = join(folder, 'key.asc');
const env = more => ({ ...process.env, ESSAIM_CONF: conf, ESSAIM_DATA: join(instance, 'inst/share/essaim'), ESSAIM_DUMP_FOLDER: dumps,
	ESSAIM_DUMP_SECOND: `file://${second}`, ESSAIM_DUMP_KEY: key, ...more });
const program = name => join(instance, 'inst/libexec/essaim', name);
const run = (name, args = [], more = {}) => spawnSync(program(name), args, { encoding: 'utf8', env: env(more) });
const sql = (text, base = 'essaim') => execFileSync('mariadb', ['--no-defaults', '-S', socket, '-u', userInfo().username, '-N', base, '-e', text],
	{ encoding: 'utf8' }).trim();
const ok = (truth, why) => { if (!truth) throw new Error(why); };
const gpg = (args, options = {}) => execFileSync('gpg', ['--homedir', home, '--batch', '--quiet', ...args],
	{ maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'pipe'], ...options });
const dumped = () => readdirSync(dumps).filter(name => name.startsWith('essaim-')).sort();
const told = (genre, quoi) => Number(sql(`SELECT COUNT(DISTINCT sujet, cree_le) FROM courriel WHERE genre = '${genre}' AND texte LIKE '%${quoi}%'`));
const last = column => sql(`SELECT ${column} FROM sauvegarde ORDER BY id DESC LIMIT 1`);
// Two dumps of one second would bear one name.
const dump = async more => { await sleep(1100); return run('essaim-dump', [], more); };

// What the name of a copy is the beginning of, unsealed by the holder of the key and read again.
function openCopy(path)
{
	const into = mkdtempSync(join(folder, 'ouvert.'));

	execFileSync('tar', ['--extract', '--file=-', '--directory', into], { input: gpg(['--decrypt', path]) });
	const name = readdirSync(into).find(file => file.startsWith('essaim-'));
	const wrong = run('essaim-dump', ['--verify', join(into, name)]);
	ok(wrong.status === 0, wrong.stderr);
	rmSync(into, { recursive: true });
}

test('a copy of the dump is in the second place, which cannot read it', async () => {
	const done = await dump();
	ok(done.status === 0 && done.stdout.includes('encrypted copy'), done.stdout + done.stderr);
	const name = dumped().at(-1);
	ok(readdirSync(second).join() === `${name}.tar.gpg`, readdirSync(second).join());
	const bytes = readFileSync(join(second, `${name}.tar.gpg`));
	ok(!bytes.includes('CREATE TABLE') && !bytes.includes('essaim-20'), 'nothing of it is in clear');
	openCopy(join(second, `${name}.tar.gpg`));
	ok(last('ailleurs_le IS NOT NULL AND ailleurs_erreur = \'\'') === '1', 'it is noted');
	const packets = spawnSync('gpg', ['--homedir', mkdtempSync(join(folder, 'autre.')), '--batch', '--decrypt', join(second, `${name}.tar.gpg`)]);
	ok(packets.status !== 0, 'who has not the key reads nothing');
});

test('as many copies stay there as are wanted, and nothing else of the place is touched', async () => {
	writeFileSync(join(second, 'essaim-2025-01-01T000000Z.tar.gpg'), 'old');
	writeFileSync(join(second, '.essaim-2025-01-01T000000Z.tar.gpg.part'), 'broken off');
	writeFileSync(join(second, 'photo.jpg'), 'mine');
	ok((await dump({ ESSAIM_DUMP_COPIES: '2' })).status === 0, 'dump');
	const names = readdirSync(second).sort();
	ok(names.length === 3 && names.includes('photo.jpg') && !names.some(name => /2025/.test(name)), names.join());
});

test('the second place is away: the dump stays, it is told once, and once that it is back', async () => {
	const away = { ESSAIM_DUMP_SECOND: `file://${folder}/pas-monte` };
	const before = dumped().length;
	for (let i = 0; i < 2; i++) {
		const done = await dump(away);
		ok(done.status === 1 && /ALARM: No such file/.test(done.stdout), done.stdout + done.stderr);
		ok(!existsSync(join(folder, 'pas-monte')), 'a folder that is not mounted is not made');
	}
	ok(dumped().length === before + 2 && run('essaim-dump', ['--verify', join(dumps, dumped().at(-1))]).status === 0, 'they are here');
	ok(last('erreur') === '' && last('ailleurs_erreur').includes('No such file'), 'it is noted');
	ok(told('sauvegarde_souci', 'No such file') === 1, 'told once');
	ok((await dump()).status === 0, 'it is back');
	ok(told('sauvegarde_retour', 'second lieu') === 1, 'told once that it is back');
});

test('no key, a key that is none, a place that is full, a file that went while it was read: nothing is there under the name of a copy', async () => {
	writeFileSync(join(folder, 'none.asc'), 'not a key');
	for (const more of [{ ESSAIM_DUMP_KEY: `${folder}/absent` }, { ESSAIM_DUMP_KEY: `${folder}/none.asc` }, { ESSAIM_DUMP_SECOND: 'ftp://x/y' },
		{ PATH: `${bin}:${process.env.PATH}`, FAKE: 'gpg' }, { PATH: `${bin}:${process.env.PATH}`, FAKE: 'tar' }]) {
		const names = readdirSync(second).join();
		const done = await dump(more);
		ok(done.status === 1 && done.stdout.includes('ALARM: '), done.stdout + done.stderr);
		ok(readdirSync(second).join() === names, `${JSON.stringify(more)}: ${readdirSync(second)}`);
	}
});

// The machine behind ssh: what it is asked is run by a shell here, or not, as $FAKE says.
const fake = `#!/bin/sh
for word; do last=$word; done
case "$FAKE$last" in
refuse*) echo "ssh: connect to host $1: Connection refused" >&2; exit 255 ;;
coupe*'cat >'*) umask 077; cd "${second}" && head -c 5000 >"$(echo "$last" | sed 's/.*cat >//')"; exit 0 ;;
esac
exec sh -c "$last"
`;

test('behind ssh: whole, or refused and told; cut on its way, it is no copy', async () => {
	const there = { ESSAIM_DUMP_SECOND: `ssh://essaim@sauvegarde.example:2222${second}`, PATH: `${bin}:${process.env.PATH}` };
	const before = readdirSync(second).length;
	let done = await dump(there);
	ok(done.status === 0, done.stdout + done.stderr);
	openCopy(join(second, `${dumped().at(-1)}.tar.gpg`));
	ok(readdirSync(second).length === before + 1 || readdirSync(second).length === 8, readdirSync(second).join());
	done = await dump({ ...there, FAKE: 'refuse' });
	ok(done.status === 1 && done.stdout.includes('Connection refused'), done.stdout + done.stderr);
	done = await dump({ ...there, FAKE: 'coupe' });
	ok(done.status === 1 && !existsSync(join(second, `${dumped().at(-1)}.tar.gpg`)), done.stdout + done.stderr);
	done = await dump({ ...there, ESSAIM_DUMP_SECOND: `ssh://essaim:un-secret@sauvegarde.example${second}` });
	ok(done.status === 1 && done.stdout.includes('is wanted') && !done.stdout.includes('un-secret'), done.stdout + done.stderr);
	done = await dump({ ...there, ESSAIM_DUMP_COPIES: '2' });
	ok(done.status === 0, done.stdout + done.stderr);
	const names = readdirSync(second).sort();
	ok(names.length === 3 && names.includes('photo.jpg') && names.includes(`${dumped().at(-1)}.tar.gpg`), names.join());
});

test('in a bucket: sealed and signed; another secret and a busy store are told', async () => {
	const store = spawn('node', ['tests/s3/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
	const port = await new Promise(go => store.stdout.once('data', data => go(Number(String(data)))));
	const secret = { accessKeyId: 'essaim-essai', secretAccessKey: 'un+secret/de=test' };
	const get = async name => {
		const asked = aws4.sign({ service: 's3', region: 'fr-par', host: `127.0.0.1:${port}`, path: `/essaim/${name}`,
			headers: { 'x-amz-content-sha256': createHash('sha256').update('').digest('hex') } }, secret);
		return fetch(`http://127.0.0.1:${port}/essaim/${name}`, { headers: Object.fromEntries(Object.entries(asked.headers).filter(([key]) => key !== 'Host')) });
	};
	const there = { ESSAIM_DUMP_SECOND: `s3://essaim@127.0.0.1:${port}`, ESSAIM_DUMP_SECOND_KEY: join(folder, 's3'), ESSAIM_STORE_REGION: 'fr-par' };
	writeFileSync(join(folder, 's3'), `${secret.accessKeyId}:${secret.secretAccessKey}\n`, { mode: 0o600 });
	writeFileSync(join(folder, 's3-faux'), `${secret.accessKeyId}:autre\n`, { mode: 0o600 });
	try {
		let done = await dump(there);
		ok(done.status === 0, done.stdout + done.stderr);
		const first = `${dumped().at(-1)}.tar.gpg`, reply = await get(first);
		ok(reply.status === 200, `${reply.status}`);
		writeFileSync(join(folder, first), Buffer.from(await reply.arrayBuffer()));
		openCopy(join(folder, first));
		for (const more of [{ ESSAIM_DUMP_SECOND_KEY: join(folder, 's3-faux') }, { ESSAIM_DUMP_SECOND: `s3://occupe@127.0.0.1:${port}` }]) {
			done = await dump({ ...there, ...more });
			ok(done.status === 1 && done.stdout.includes('ALARM: '), done.stdout + done.stderr);
			ok((await get(`${dumped().at(-1)}.tar.gpg`)).status === 404, 'it is not there');
		}
		done = await dump({ ...there, ESSAIM_DUMP_COPIES: '1' });
		ok(done.status === 0 && (await get(first)).status === 404 && (await get(`${dumped().at(-1)}.tar.gpg`)).status === 200, 'the newest one stays');
	} finally {
		store.kill();
	}
});

// The real thing, where the machine has a server for it: SSHD names one that is not installed.
const sshd = process.env.SSHD ?? '/usr/sbin/sshd';
if (existsSync(sshd))
	test('a real sshd, with a key of its own and a host that is known', async () => {
		const port = await freePort(), me = userInfo().username;
		for (const name of ['host', 'user'])
			execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
		writeFileSync(join(folder, 'authorized'), readFileSync(join(folder, 'user.pub')), { mode: 0o600 });
		writeFileSync(join(folder, 'known'), `[127.0.0.1]:${port} ${readFileSync(join(folder, 'host.pub'))}`);
		writeFileSync(join(folder, 'sshd.conf'), `ListenAddress 127.0.0.1:${port}\nHostKey ${folder}/host\nPidFile none\n` +
			`AuthorizedKeysFile ${folder}/authorized\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n`);
		writeFileSync(join(bin, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F none -i ${folder}/user -o UserKnownHostsFile=${folder}/known "$@"\n`);
		const server = spawn(sshd, ['-D', '-e', '-f', join(folder, 'sshd.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
		let said = '';
		server.stderr.on('data', data => { said += data; });
		try {
			await until(() => said.includes('Server listening') || server.exitCode !== null, 'sshd listens');
			const there = { ESSAIM_DUMP_SECOND: `ssh://${me}@127.0.0.1:${port}${second}`, PATH: `${bin}:${process.env.PATH}` };
			let done = await dump(there);
			ok(done.status === 0, done.stdout + done.stderr + said);
			openCopy(join(second, `${dumped().at(-1)}.tar.gpg`));
			writeFileSync(join(folder, 'known'), '');
			done = await dump(there);
			ok(done.status === 1 && done.stdout.includes('Host key verification failed'), done.stdout + done.stderr);
		} finally {
			server.kill();
			writeFileSync(join(bin, 'ssh'), fake);
		}
	});

test('the last dump is restored apart, noted, and nothing of it is left', () => {
	const other = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][(new Date().getDay() + 3) % 7];
	sql("INSERT INTO sauvegarde_essai (le, duree_ms, dump, ok) VALUES (UTC_TIMESTAMP(), 1, 'x', 1)");
	const idle = run('essaim-restore', ['--trial'], { ESSAIM_DUMP_TRIAL: other });
	ok(idle.stdout.includes('none is due'), `nobody asks for one: ${idle.stdout}${idle.stderr}`);
	for (const [args, more] of [[[join(folder, 'absent')], {}], [[], { ESSAIM_DUMP_TRIAL: 'monday', ESSAIM_DUMP_FOLDER: second }]]) {
		sql('DELETE FROM sauvegarde_essai');
		const none = run('essaim-restore', ['--trial', ...args], more);
		ok(none.status === 1 && none.stderr !== '', `${args}: ${none.status} ${none.stdout}${none.stderr}`);
	}
	const denied = run('essaim-restore', ['--trial', join(dumps, dumped().at(-1))], { ESSAIM_DUMP_TRIAL_BASE: 'essaim_ferme' });
	ok(denied.status === 1 && /GRANT ALL ON `essaim_ferme`/.test(denied.stderr), denied.stderr);
	sql('DELETE FROM sauvegarde_essai');
	const done = run('essaim-restore', ['--trial'], { ESSAIM_DUMP_TRIAL: 'monday' });
	ok(done.status === 0 && done.stdout.includes('was restored whole'), done.stdout + done.stderr);
	ok(sql('SELECT ok, dump FROM sauvegarde_essai ORDER BY id DESC LIMIT 1') === `1\t${dumped().at(-1)}`, 'it is noted');
	ok(Number(sql('SELECT duree_ms FROM sauvegarde_essai ORDER BY id DESC LIMIT 1')) > 0, 'with its time');
	ok(sql("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = 'essaim_essai'") === '0', 'the base is gone');
	ok(!existsSync(join(dumps, '.essaim-essai')), 'the store is gone');
});

test('a base that holds something else is refused, one that a killed trial left is not', () => {
	sql('CREATE DATABASE essaim_essai; CREATE TABLE essaim_essai.compta (x INT)', 'mysql');
	const refused = run('essaim-restore', ['--trial', join(dumps, dumped().at(-1))]);
	ok(refused.status === 1 && refused.stderr.includes('holds what no trial has left'), refused.stderr);
	ok(sql('SHOW TABLES', 'essaim_essai') === 'compta', 'it is as it was');
	ok(run('essaim-restore', ['--trial', join(dumps, dumped().at(-1))], { ESSAIM_DUMP_TRIAL_BASE: 'essaim' }).status === 1, 'never the site');
	sql("DROP DATABASE essaim_essai; CREATE DATABASE essaim_essai COMMENT 'essai de restauration'; CREATE TABLE essaim_essai.contact (x INT)", 'mysql');
	mkdirSync(join(dumps, '.essaim-essai/ab'), { recursive: true });
	const done = run('essaim-restore', ['--trial', join(dumps, dumped().at(-1))]);
	ok(done.status === 0, done.stderr);
});

test('a dump that cannot be restored is told', () => {
	const name = join(dumps, dumped().at(-1), 'LISEZMOI');
	const bytes = readFileSync(name);
	rmSync(name);
	writeFileSync(name, Buffer.concat([bytes, Buffer.from('x')]));
	const done = run('essaim-restore', ['--trial', join(dumps, dumped().at(-1))]);
	ok(done.status === 1 && done.stderr.includes('not what was written'), done.stderr);
	ok(told('sauvegarde_souci', 'not what was written') === 1, 'told');
	rmSync(join(dumps, dumped().at(-1)), { recursive: true });
});

test('of two operations on one site the second waits, and names the first', async () => {
	const holder = spawn('mariadb', ['--no-defaults', '-S', socket, '-u', userInfo().username, '-N', '-n', 'essaim']);
	holder.stdin.write("SELECT GET_LOCK('essaim.operation', 10); REPLACE INTO reglage VALUES ('operation', 'essaim-restore --trial, at work since 03:40');\n");
	await until(() => sql("SELECT valeur FROM reglage WHERE cle = 'operation'").startsWith('essaim-restore --trial, at work since 03:40'), 'the first is at work');
	const second_ = spawn(program('essaim-dump'), [], { env: env({}) });
	let said = '';
	second_.stdout.on('data', data => { said += data; });
	await until(() => said !== '', 'the second says something');
	ok(said.includes('essaim-dump: waits for essaim-restore --trial'), said);
	const before = dumped().length;
	holder.stdin.end();
	await new Promise(go => second_.on('exit', go));
	ok(second_.exitCode === 0 && dumped().length === before + 1, said);
});

// What an upgrade does: it goes on with a dump and a schema, or not at all.
test('a dump that is asked for by hand and a change of the schema wait for the one of the night', async () => {
	const holder = spawn('mariadb', ['--no-defaults', '-S', socket, '-u', userInfo().username, '-N', '-n', 'essaim']);
	holder.stdin.write("SELECT GET_LOCK('essaim.dump', 10); SELECT GET_LOCK('essaim.operation', 10); REPLACE INTO reglage VALUES ('operation', 'essaim-dump, at work since 02:10');\n");
	await until(() => sql("SELECT valeur FROM reglage WHERE cle = 'operation'").endsWith('since 02:10'), 'the first is at work');
	const out = mkdtempSync(join(folder, 'main.')), ends = [];
	for (const [name, args] of [['essaim-dump', ['--out', out]], ['essaim-admin', ['migrate']]]) {
		const next = spawn(program(name), args, { env: env({}) });
		let said = '';
		next.stdout.on('data', data => { said += data; });
		ends.push(new Promise(go => next.on('exit', go)));
		await until(() => said !== '' || next.exitCode !== null, 'it says something');
		ok(said.includes('waits for essaim-dump, at work since 02:10'), `${name}: ${said}`);
	}
	ok(readdirSync(out).length === 0, 'nothing was written meanwhile');
	holder.stdin.end();
	ok((await Promise.all(ends)).join() === '0,0', 'both end well');
	ok(readdirSync(out).filter(name => name.startsWith('essaim-')).length === 1, readdirSync(out).join());
});

await stopJobs(); // what they send is not kept
mkdirSync(dumps);
mkdirSync(second);
mkdirSync(bin);
mkdirSync(home, { mode: 0o700 });
writeFileSync(join(bin, 'ssh'), fake);
chmodSync(join(bin, 'ssh'), 0o755);
writeFileSync(join(bin, 'tar'), '#!/bin/sh\n[ "$FAKE" = tar ] || exec /usr/bin/tar "$@"\n/usr/bin/tar "$@"\n' +
	'echo "tar: x: File removed before we read it" >&2\necho "tar: y: file changed as we read it" >&2\nexit 1\n', { mode: 0o755 });
writeFileSync(join(bin, 'gpg'), '#!/bin/sh\n[ "$FAKE" = gpg ] || exec /usr/bin/gpg "$@"\necho begun\necho "gpg: no room" >&2\nexit 2\n', { mode: 0o755 });
gpg(['--passphrase', '', '--quick-generate-key', 'Association', 'future-default', 'default', 'never']);
writeFileSync(key, gpg(['--export', '--armor']));

await runAll(() => {
	spawnSync('gpgconf', ['--homedir', home, '--kill', 'all']);
	sql('DROP DATABASE IF EXISTS essaim_essai', 'mysql');
	rmSync(folder, { recursive: true, force: true });
	up();
});
