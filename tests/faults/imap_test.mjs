// Answers by mail, taken from a mailbox: the server is Dovecot, the mailbox a folder of files.
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { account, Base, Client, freePort, instance, runAll, stopJobs, test, until, up } from './lib.mjs';

const dir = mkdtempSync(join(tmpdir(), 'essaim-imap-')), box = join(dir, 'box');
const base = new Base(), { username, uid, gid } = userInfo(), { email } = account('benP');
const owner = uid === 0 ? 65534 : uid; // Dovecot serves no mailbox of root's
const password = 'un mot de passe d’essai';

const port = await freePort();

// What Dovecot 2.3 (Debian 12) and 2.4 (Debian 13) write differently.
const since23 = ({ uid, gid, home }, secret) => `disable_plaintext_auth = no
mail_location = maildir:${home}
passdb {
  driver = static
  args = password=${secret}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}
}`;

const since24 = (version, { uid, gid, home }, secret) => `dovecot_config_version = ${version}
dovecot_storage_version = ${version}
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ${home}
passdb static {
  password = ${secret}
}
userdb static {
  fields {
    uid = ${uid}
    gid = ${gid}
    home = ${home}
  }
}`;

function dovecot()
{
	chmodSync(dir, 0o711);
	for (const name of ['', 'cur', 'new', 'tmp']) {
		mkdirSync(join(box, name), { recursive: true });
		chownSync(join(box, name), owner, owner === uid ? gid : owner);
	}
	const [version] = /^[\d.]+/.exec(execFileSync('dovecot', ['--version'], { encoding: 'utf8' }));
	const who = { uid: owner, gid: owner === uid ? gid : owner, home: box };
	const secret = password.replaceAll(' ', '_');

	writeFileSync(join(dir, 'dovecot.conf'), `${version.startsWith('2.3') ? since23(who, secret) : since24(version, who, secret)}
protocols = imap
listen = 127.0.0.1
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
ssl = no
first_valid_uid = 0
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
${uid === 0 ? '' : `default_internal_user = ${username}\ndefault_internal_group = ${username}\ndefault_login_user = ${username}\n`}`);
	return spawn('dovecot', ['-F', '-c', join(dir, 'dovecot.conf')], { stdio: 'ignore' });
}

const answers = () => new Promise(go => {
	const socket = createConnection({ host: '127.0.0.1', port }, () => { socket.destroy(); go(true); });
	socket.on('error', () => go(false));
});

let n = 0;
const deliver = (to, text, more = '', id = `imap${n + 1}`) => writeFileSync(join(box, 'new', `${Date.now()}.${++n}.essai`),
	`From: ${email}\nTo: ${to}\nSubject: Re: un message\nMessage-ID: <${id}.${process.pid}@exemple.org>\n${more}MIME-Version: 1.0\n` +
	`Content-Type: text/plain; charset=utf-8\n\n${text}\n`);
const waiting = () => readdirSync(join(box, 'new')).length + readdirSync(join(box, 'cur')).length;

writeFileSync(join(dir, 'essaim.conf'), readFileSync(join(instance, 'essaim.conf'), 'utf8') +
	`mail.reply = reponse@essaim.example\nimap.url = imap://127.0.0.1:${port}\nimap.user = essaim\nimap.password_file = ${dir}/password\n`);
writeFileSync(join(dir, 'password'), password.replaceAll(' ', '_'), { mode: 0o600 });
const sender = join(instance, 'inst', 'libexec', 'essaim', 'essaim-mail');

// One turn of the sender.
async function turn(conf = 'essaim.conf')
{
	for (;;) {
		const { stdout } = await promisify(execFile)(sender, { env: { ...process.env, ESSAIM_CONF: join(dir, conf) } });
		if (!stdout.includes('another one is at work'))
			return stdout;
	}
}

const server = dovecot();
await stopJobs(); // whose sender has the lock
const [me] = await base.sql(`SELECT id FROM contact WHERE email = '${email}'`);
await base.sql(`INSERT IGNORE INTO reglage (cle, valeur) VALUES ('reponse.cle', '${'5a'.repeat(32)}')`);
const [key] = await base.sql("SELECT valeur FROM reglage WHERE cle = 'reponse.cle'");
const who = new Client('benP'), [other] = await base.sql(`SELECT id FROM contact WHERE email = '${account('cooP').email}'`);
await who.signIn();
await who.ask(`/messages/nouveau?a=${other}`);
const talk = /\/messages\/(\d+)/.exec((await who.ask('/messages/nouveau', { a: other, texte: 'Première' })).location)[1];
const sign = createHmac('sha256', Buffer.from(key, 'hex')).update(`${talk}-${me}`).digest('hex').slice(0, 20);
const reply = `reponse+${talk}-${me}-${sign}@essaim.example`;
const [before] = await base.sql('SELECT MAX(id) FROM message');
const written = text => base.sql(`SELECT COUNT(*) FROM message WHERE id > ${before} AND conversation_id = ${talk} AND texte LIKE '${text}%'`).then(([count]) => Number(count));

test('an answer becomes a message, what is for nobody or forged leaves without a trace, the mailbox is empty', async () => {
	await until(answers, 'the server answers');
	deliver(reply, 'Relevé de la boîte');
	deliver('reponse+1-2-3@essaim.example', 'Relevé mais contrefait');
	deliver('quelqu.un@ailleurs.example', 'Relevé pour personne');
	deliver(reply, 'Relevé, réponse automatique', 'Auto-Submitted: auto-replied\n');
	writeFileSync(join(box, 'new', '1.octets.essai'), Buffer.from([0, 255, 10, 13, 0]));
	await turn();
	assert.equal(await written('Relevé'), 1);
	assert.equal(waiting(), 0);
});

test('the same mail twice is one message', async () => {
	deliver(reply, 'Relevé de la boîte', '', 'imap1');
	deliver(reply, 'Relevé de la boîte', '', 'imap1');
	await turn();
	assert.equal(await written('Relevé'), 1);
	assert.equal(waiting(), 0);
});

test('a mail that the database refuses waits, the others arrive and mails are sent', async () => {
	await base.sql(`CREATE OR REPLACE TRIGGER refus BEFORE INSERT ON message FOR EACH ROW
		SET NEW.texte = IF(NEW.texte LIKE 'Relevé maudit%', NULL, NEW.texte)`);
	deliver(reply, 'Relevé maudit');
	deliver(reply, 'Relevé après lui');
	assert.match(await turn(), /mail: sent=/);
	assert.equal(await written('Relevé après'), 1);
	assert.equal(waiting(), 1);
	await base.sql('DROP TRIGGER refus');
	await turn();
	assert.equal(await written('Relevé maudit'), 1);
	assert.equal(waiting(), 0);
});

// A turn through a line that goes wrong: DOWN (what the server says) and UP (what it is told) give
// what goes on; in an array: the last of it, the line is cut then.
async function turnThrough({ down = data => data, up = data => data })
{
	const pass = (from, to, change) => from.on('data', data => {
		const said = change(data.toString('latin1'));

		to.write(Buffer.from(String(said), 'latin1'));
		if (Array.isArray(said)) {
			from.destroy();
			to.end();
		}
	}).on('error', () => to.destroy()).on('close', () => to.end());
	const line = createServer(client => {
		const mailbox = createConnection({ host: '127.0.0.1', port });

		pass(mailbox, client, down);
		pass(client, mailbox, up);
	});

	await new Promise(go => line.listen(0, '127.0.0.1', go));
	writeFileSync(join(dir, 'ligne.conf'), readFileSync(join(dir, 'essaim.conf'), 'utf8')
		.replace(`imap://127.0.0.1:${port}`, `imap://127.0.0.1:${line.address().port}`));
	const out = await turn('ligne.conf');
	line.close();
	return out;
}

test('a line that is cut or talks nonsense loses nothing and repeats nothing', async () => {
	const faults = [
		{ down: said => /\{\d+\}\r\n/.test(said) ? [said.slice(0, said.search(/\{\d+\}\r\n/) + 60)] : said },
		{ down: said => /\{\d+\}\r\n/.test(said) ? [said.replace(/\{(\d+)\}\r\n/, '{9$1}\r\n')] : said },
		{ down: said => said.replace(/\* SEARCH .*/, '* SEARCH abc -7 99999999999999999999 0') },
		{ down: said => /\* \d+ FETCH/.test(said) ? [said.replace(/\* \d+ FETCH.*/, '* 1 FETCH (BODY[] {zut}')] : said },
		{ down: () => ['HTTP/1.1 200 OK\r\n\r\n'] },
		{ down: () => [''] },
		{ up: said => said.includes('STORE') ? [''] : said },
		{ up: said => said.includes('EXPUNGE') ? [''] : said },
	];

	for (const [i, fault] of faults.entries()) {
		deliver(reply, `Relevé par une ligne ${i}`);
		assert.match(await turnThrough(fault), /mail: sent=/, `fault ${i}`);
		assert.ok(await written(`Relevé par une ligne ${i}`) === (fault.up ? 1 : 0), `fault ${i}: what was cut is not taken`);
		await turn();
		assert.equal(await written(`Relevé par une ligne ${i}`), 1, `fault ${i}: once, in the end`);
		assert.equal(waiting(), 0, `fault ${i}`);
	}
});

test('a mailbox that is away, or refuses the password, holds no mail up', async () => {
	writeFileSync(join(dir, 'password'), 'un-autre', { mode: 0o600 });
	assert.match(await turn(), /mail: sent=/);
	const gone = new Promise(go => server.once('exit', go));
	server.kill();
	await gone;
	assert.match(await turn(), /mail: sent=/);
});

await runAll(() => {
	base.end();
	server.kill();
	rmSync(dir, { recursive: true, force: true });
	up();
});
