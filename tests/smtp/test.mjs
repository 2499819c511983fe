// The mail receiver tested with curl's SMTP, the library that sends the real mails.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMail } from './mime.mjs';

const dir = mkdtempSync(join(tmpdir(), 'essaim-mails-'));
let sink, smtp, http;

async function launch()
{
	sink = spawn(process.execPath, [new URL('sink.mjs', import.meta.url).pathname,
		'--smtp', '0', '--http', '0', '--dir', dir], { stdio: ['ignore', 'pipe', 'inherit'] });
	const line = await new Promise(go => sink.stdout.once('data', go));
	[, smtp, http] = /listening (\d+) (\d+)/.exec(line);
}

const at = path => `http://127.0.0.1:${http}${path}`;
const get = async path => (await fetch(at(path))).json();

function sendMail(to, mail)
{
	return spawnSync('curl', ['-sS', '--max-time', '10', `smtp://127.0.0.1:${smtp}`, '--mail-from', 'site@essaim.example',
		'--mail-rcpt', to, '-T', '-'], { input: mail.replace(/\n/g, '\r\n') });
}

const MAIL = `From: Essaim <site@essaim.example>
To: =?utf-8?Q?H=C3=A9l=C3=A8ne?= <h@x.example>
Subject: =?utf-8?B?VsOpcmlm?= =?utf-8?B?aWVy?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="a+b"

--a+b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Bonjour H=C3=A9l=C3=A8ne, ouvrez http://127.0.0.1:1/inscription/abc=
def maintenant.
.un point en t=C3=AAte
--a+b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+w6nDqTwvcD4=
--a+b--
`;

const tests = {
	async 'a mail is kept, decoded, listed and shown'() {
		assert.equal(sendMail('h@x.example', MAIL).status, 0);
		const { total, items: [mail] } = await get('/messages.json?to=h@x.example');
		assert.equal(total, 1);
		assert.equal(mail.subject, 'Vérifier');
		assert.match(mail.text, /^Bonjour Hélène/);
		assert.match(mail.text, /\n\.un point en tête/);
		assert.equal(mail.html, '<p>éé</p>');
		assert.deepEqual(mail.links, ['http://127.0.0.1:1/inscription/abcdef']);
		assert.match(await (await fetch(at('/'))).text(), /Vérifier/);
		assert.match(await (await fetch(at(`/messages/${mail.id}`))).text(), /Hélène/);
		assert.equal((await get('/messages.json?to=autre')).total, 0);
	},
	async 'markup in a mail stays text on our page'() {
		sendMail('b@x.example', 'Subject: <script>1</script>\n\n<img src=x>\n');
		assert.doesNotMatch(await (await fetch(at('/'))).text(), /<script>/);
	},
	async 'refusals, lost answers and drops come on demand'() {
		await fetch(at('/faults'), { method: 'PUT', body: JSON.stringify([{ to: 'dur@', code: 550 }, { to: 'perdu@', at: 'lost' }]) });
		assert.notEqual(sendMail('dur@x.example', MAIL).status, 0);
		assert.notEqual(sendMail('perdu@x.example', MAIL).status, 0);
		assert.equal((await get('/messages.json?to=dur@')).total, 0);
		assert.equal((await get('/messages.json?to=perdu@')).total, 1);
		assert.equal(sendMail('perdu@x.example', MAIL).status, 0);
	},
	async 'mails survive a restart, and go when asked'() {
		sink.kill();
		await launch();
		assert.equal((await get('/messages.json?to=h@x.example')).total, 1);
		await fetch(at('/messages'), { method: 'DELETE' });
		assert.equal((await get('/messages.json')).total, 0);
	},
	async 'no input makes the reader fail'() {
		for (const raw of ['', '\r\n', 'A', ': x\n\n', 'Content-Type: multipart/mixed; boundary="("\n\n--(\n\n--(--', 'Subject: =?x?Q?=ZZ?=\n\n'])
			assert.equal(typeof readMail(Buffer.from(raw)).subject, 'string');
	},
};

let passed = 0, failed = 0;
await launch();
for (const [name, test] of Object.entries(tests)) {
	try {
		await test();
		passed++;
	} catch (error) {
		failed++;
		console.log(`FAILED ${name}: ${error.message}`);
	}
}
sink.kill();
rmSync(dir, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
