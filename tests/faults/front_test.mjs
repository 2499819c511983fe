// What nginx refuses by itself, and what it adds to every answer.
import assert from 'node:assert/strict';
import { log, raw, request, runAll, test, url } from './lib.mjs';

const POLICY = /^content-security-policy: default-src 'none'/im;

test('every kind of answer carries the security headers, refusals too', async () => {
	for (const answer of [await request('GET /sante'), await request('GET /nulle-part'), await request('TRACE /'),
		await request('GET /s/rien.css'), await request('GET /robots.txt')]) {
		assert.match(answer, POLICY);
		assert.match(answer, /^x-content-type-options: nosniff/im);
		assert.match(answer, /^referrer-policy: same-origin/im);
		assert.doesNotMatch(answer, /^server: nginx\/|strict-transport|x-powered-by/im);
	}
});

test('TRACE and invented methods are refused in French', async () => {
	for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'GET1']) {
		const answer = await request(`${method} /`);
		assert.match(answer, /^HTTP\/1\.1 (405|400)/, method);
	}
	assert.match(await request('PROPFIND /'), /n’accepte pas cette sorte de demande/);
	assert.match(await request('PROPFIND /a.json?x=1'), /"code": "method_not_allowed"/);
});

test('too much is refused, with a sentence, as page and as JSON', async () => {
	const big = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: Buffer.alloc(27 << 20) };
	const page = await fetch(`${url}/connexion`, big);
	assert.equal(page.status, 413);
	assert.match(await page.text(), /25\sMo/);
	const json = await fetch(`${url}/connexion.json`, big);
	assert.equal(json.status, 413);
	assert.equal((await json.json()).error.code, 'too_large');
	assert.match(await request(`GET /${'a'.repeat(30000)}`), /^HTTP\/1\.1 414[^]*trop longue/);
	assert.match(await request('GET /', `Cookie: ${'a'.repeat(30000)}`), /^HTTP\/1\.1 431[^]*cookies/);
});

test('hidden files, the build and the sources are nowhere', async () => {
	for (const path of ['/.git/config', '/s/.git/config', '/s/../essaim.conf', '/s/%2e%2e/assets.conf', '/var/essaim.conf',
		'/assets.conf', '/50x.html', '/refus.html', '/_f/x', '/_e/50x.html', '/s/'])
		assert.match(await request(`GET ${path}`), /^HTTP\/1\.1 (404|400|403)/, path);
});

test('malformed requests are answered or cut, never served', async () => {
	for (const bytes of ['GET\r\n\r\n', '\0\0\0\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n',
		'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde',
		'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
		'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n'])
		assert.match(await raw(bytes), /^(HTTP\/1\.1 (400|403|404|405|505)|<html|$)/, JSON.stringify(bytes));
	assert.equal((await fetch(`${url}/sante`)).status, 200);
});

test('static files are compressed, and kept for a year only when they exist', async () => {
	const page = await (await fetch(`${url}/connexion`)).text();
	const css = /href="(\/s\/essaim\.[0-9a-f]+\.css)"/.exec(page)?.[1];
	assert.ok(css, 'no style sheet in the page');
	const found = await fetch(url + css, { headers: { 'Accept-Encoding': 'br' } });
	assert.equal(found.headers.get('content-encoding'), 'br');
	assert.match(found.headers.get('cache-control'), /immutable/);
	const lost = await fetch(`${url}/s/essaim.00000000.css`);
	assert.equal(lost.status, 404);
	assert.doesNotMatch(lost.headers.get('cache-control') ?? '', /immutable/);
});

test('the access log holds no query string and no Referer', async () => {
	await fetch(`${url}/sante?q=canari-requete`, { headers: { Referer: `${url}/canari-origine` } });
	assert.doesNotMatch(log('access'), /canari/);
	assert.doesNotMatch(log('sante'), /canari/);
});

await runAll();
