// relay.mjs DIR MAIL: the mail as it leaves a relay like that of doc/exploitation.md: Postfix, which asks
// OpenDKIM as a milter, both of this run alone, in DIR (where the key is).  Needs root, as Postfix does.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { smtpServer } from './smtp.mjs';

const [dir, mail] = process.argv.slice(2);
const freePort = () => new Promise(go => {
	const server = createServer().listen(0, '127.0.0.1', () => {
		const { port } = server.address();
		server.close(() => go(port));
	});
});
const started = [];

function run(program, ...args)
{
	const log = openSync(join(dir, 'relay.out'), 'a');

	started.push(spawn(program, args, { stdio: ['ignore', log, log] }));
}

// It answers there, once it is up.
async function answers(port)
{
	for (let tries = 0; tries < 300; tries++) {
		const socket = connect(port, '127.0.0.1');

		if (await new Promise(go => socket.once('connect', () => go(true)).once('error', () => go(false))))
			return socket;
		await new Promise(go => setTimeout(go, 100));
	}
	throw new Error(`nothing answers: ${readFileSync(join(dir, 'relay.out'), 'utf8')}`);
}

async function converse(socket, lines)
{
	let left = '';

	for (const line of ['', ...lines]) {
		if (line)
			socket.write(line);
		while (!/^\d{3} .*\r\n/m.test(left))
			left += await new Promise(go => socket.once('data', go));
		if (!/^[23]/.test(left))
			throw new Error(left);
		left = '';
	}
	socket.end();
}

const [milter, smtp, out] = [await freePort(), await freePort(), await freePort()];

writeFileSync(join(dir, 'opendkim.conf'), `Domain exemple.org
Selector essaim
KeyFile ${dir}/key
Canonicalization relaxed/relaxed
SignatureAlgorithm rsa-sha256
OversignHeaders From
RequireSafeKeys no
SignHeaders *,+List-Unsubscribe,+List-Unsubscribe-Post,+List-Id,+Reply-To
Socket inet:${milter}@127.0.0.1
`);
for (const name of ['postfix', 'data', 'queue'])
	mkdirSync(join(dir, name));
execFileSync('chown', ['postfix', join(dir, 'data')]);
writeFileSync(join(dir, 'postfix', 'main.cf'), `compatibility_level = 3.6
queue_directory = ${dir}/queue
data_directory = ${dir}/data
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
myhostname = relais.exemple.org
mydestination =
alias_maps =
maillog_file = ${dir}/mail.log
maillog_file_prefixes = ${dir}
relayhost = [127.0.0.1]:${out}
smtp_host_lookup = native
smtpd_milters = inet:127.0.0.1:${milter}
non_smtpd_milters = $smtpd_milters
milter_default_action = tempfail
`);
writeFileSync(join(dir, 'postfix', 'master.cf'), `127.0.0.1:${smtp} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`);

let arrived;
const came = new Promise(go => { arrived = go; });
const server = smtpServer(async bytes => arrived(bytes), []).listen(out, '127.0.0.1');

try {
	run('opendkim', '-f', '-x', join(dir, 'opendkim.conf'));
	run('postfix', '-c', join(dir, 'postfix'), 'start-fg');
	(await answers(milter)).end();
	await converse(await answers(smtp), ['EHLO essaim.exemple.org\r\n', 'MAIL FROM:<rebonds@exemple.org>\r\n',
		'RCPT TO:<bea@exemple.net>\r\n', 'DATA\r\n',
		`${readFileSync(mail, 'latin1').replace(/^\./gm, '..')}\r\n.\r\n`]);
	process.stdout.write(await came);
} finally {
	const stop = spawn('postfix', ['-c', join(dir, 'postfix'), 'stop'], { stdio: 'ignore' });

	await new Promise(go => stop.once('close', go));
	started[0]?.kill();
}
process.exit();
