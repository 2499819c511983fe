// Requests that are too much, cut, slow or no text: an answer in French, and the processes live on.
import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { raw, request, runAll, test, url, workers } from './lib.mjs';

const { hostname, port } = new URL(url);
await request('GET /connexion');
const before = workers('connexion').sort();
const alive = () => assert.deepEqual(workers('connexion').filter(pid => before.includes(pid)).sort(), before);

const post = (body, type = 'application/x-www-form-urlencoded', length = body.length) =>
	raw(Buffer.concat([Buffer.from(`POST /connexion HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\nContent-Type: ${type}\r\n` +
		`Content-Length: ${length}\r\n\r\n`), Buffer.from(body, 'latin1')]));

test('a thousand parameters and one more', async () => {
	assert.match(await post(Array.from({ length: 1001 }, (_, i) => `a${i}=1`).join('&')), /^HTTP\/1\.1 413[^]*<html lang="fr"/);
	assert.match(await request(`GET /connexion?${Array.from({ length: 1001 }, (_, i) => `a${i}=`).join('&')}`), /^HTTP\/1\.1 414[^]*trop longue/);
	alive();
});

test('bytes that are no text, a NUL, names that are none', async () => {
	for (const body of ['email=%ff%fe', 'email=a%00b', 'email=\xff', 'a b=1', '%3Cscript%3E=1', 'email=%c0%af'])
		assert.match(await post(body), /^HTTP\/1\.1 400[^]*<html lang="fr"/, body);
	assert.match(await request('GET /annuaire?q=%ff'), /^HTTP\/1\.1 400/);
	alive();
});

test('a kind of body that nobody reads', async () => {
	for (const type of ['application/xml', 'text/plain', 'image/png'])
		assert.match(await post('<a/>', type), /^HTTP\/1\.1 415[^]*<html lang="fr"/, type);
	alive();
});

test('multipart that is cut, without border, or without end', async () => {
	for (const [body, type] of [['--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na', 'multipart/form-data; boundary=x'],
		['rien', 'multipart/form-data'], ['--x', 'multipart/form-data; boundary=x'], ['', 'multipart/form-data; boundary='],
		['--x\r\n\r\n\r\n--x--', 'multipart/form-data; boundary=x']]) {
		const answer = await post(body, type);
		assert.match(answer, body === '' ? /^HTTP\/1\.1 (400|403)/ : /^HTTP\/1\.1 400/, `${type} ${body}: ${answer.slice(0, 40)}`);
	}
	alive();
});

test('a body shorter than it says, then silence: cut, without holding a process', async () => {
	const socket = createConnection({ host: hostname, port });
	socket.on('error', () => {});
	socket.write(`POST /connexion HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail=`);
	const slow = Array.from({ length: 20 }, () => {
		const s = createConnection({ host: hostname, port });
		s.on('error', () => {});
		s.write(`POST /connexion HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 100\r\n\r\na`);
		return s;
	});
	for (let i = 0; i < 20; i++)
		assert.equal((await fetch(`${url}/connexion`)).status, 200);
	for (const s of [socket, ...slow])
		s.destroy();
	assert.equal((await fetch(`${url}/connexion`)).status, 200);
	alive();
});

test('long searches, deep paths, odd encodings: an answer, and no fault', async () => {
	for (const path of [`/recherche?q=${'a'.repeat(7000)}`, `/annuaire?q=${'%C3%A9'.repeat(1000)}`, `/${'a/'.repeat(500)}`, '/%', '/%zz', '/%e2%82',
		'/annuaire?page=-1', '/annuaire?page=99999999999999999999', '/annuaire?par=0', '/annuaire?tri=%27', '/annuaire?groupe=1%27%20OR%201=1',
		'/annuaire?q=%25_%5C', '/annuaire?q=%22+-*()%3E%3C~', '/recherche?q=%2B%2B%28', '/groupes?type=%00'])
		{
			const answer = await request(`GET ${path}`);
			assert.match(answer, /^HTTP\/1\.1 (200|303|400|404)/, `${path}: ${answer.slice(0, 60)}`);
		}
});

await runAll();
