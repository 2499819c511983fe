// What a browser, or who pretends to be one, can bring in: addresses, headers, cookies.
import assert from 'node:assert/strict';
import { Base, Client, raw, request, runAll, test, url } from './lib.mjs';

const names = ['pro', 'benP', 'cooP', 'sal', 'adm'];
const people = Object.fromEntries(names.map(name => [name, new Client(name)]));
const base = new Base();

for (const client of Object.values(people))
	assert.equal((await client.signIn()).status, 303);

// Every address of this site that a person meets by following links, two steps from home.
async function walk(client)
{
	const seen = new Map();
	let next = ['/', '/annuaire', '/groupes', '/compte', '/aide', '/recherche?q=lyon'];

	for (let depth = 0; depth < 3; depth++) {
		const found = new Set();
		for (const path of next) {
			const pattern = path.replace(/\d+/g, '0').replace(/\?.*/, '');
			if (seen.has(path) || [...seen.keys()].filter(p => p.replace(/\d+/g, '0').replace(/\?.*/, '') === pattern).length > 2)
				continue;
			const reply = await client.ask(path);
			seen.set(path, reply);
			for (const [, href] of reply.text.matchAll(/href="(\/[^"#]*)"/g))
				if (!href.startsWith('/s/'))
					found.add(href.replaceAll('&amp;', '&'));
		}
		next = found;
	}
	return seen;
}

const tables = ['contact', 'compte', 'champ', 'champ_option', 'champ_valeur', 'contact_mot', 'contact_public', 'membre', 'groupe',
	'objet', 'etiquette', 'objet_etiquette', 'acces', 'liste_acces', 'public', 'preference', 'jeton_api', 'reglage'];
const state = async () => (await base.sql(`CHECKSUM TABLE ${tables.join(', ')}`)).join('\n');

test('no link breaks, no page of ours comes without its guards, and reading changes no row', async () => {
	const before = await state();
	let pages = 0;

	for (const [name, client] of Object.entries(people))
		for (const [path, { status, headers, text }] of await walk(client)) {
			pages++;
			assert.ok([200, 303].includes(status), `${name} ${path}: ${status}`);
			assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, `${name} ${path}`);
			assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
			assert.equal(headers.get('referrer-policy'), 'same-origin', path);
			if (!path.startsWith('/public') && !path.startsWith('/aide'))
				assert.match(headers.get('cache-control') ?? '', /no-store|private/, `${name} ${path}`);
			if ((headers.get('content-type') ?? '').startsWith('text/html'))
				// A letter is read as it was sent: mails bear their looks in themselves.
				assert.doesNotMatch(text, path.endsWith('/en-ligne') ? /<script|\son[a-z]+="/ :
					/<script(?![^>]* src=)|\son[a-z]+="|style="/, `${name} ${path}`);
		}
	assert.ok(pages > 100, `${pages} pages`);
	assert.equal(await state(), before);
});

test('a session brought from elsewhere is not taken up: signing in always makes a new one', async () => {
	const victim = new Client('benP');
	const planted = 'f'.repeat(64);

	victim.jar.set('__Host-essaim', planted);
	assert.equal((await victim.signIn()).status, 303);
	assert.notEqual(victim.jar.get('__Host-essaim'), planted);
	const attacker = new Client();
	attacker.jar.set('__Host-essaim', planted);
	assert.equal((await attacker.ask('/compte')).status, 303);
	const before = victim.jar.get('__Host-essaim');
	await victim.ask('/deconnexion');
	await victim.ask('/deconnexion', {});
	attacker.jar.set('__Host-essaim', before);
	assert.equal((await attacker.ask('/compte')).status, 303, 'the session outlived its end');
});

test('nobody is sent to another site after signing in', async () => {
	for (const suite of ['https://ailleurs.example', '//ailleurs.example', '/\\ailleurs.example', '\\\\ailleurs.example', '/%09/ailleurs.example',
		'javascript:alert(1)', 'http:ailleurs.example', '/%2f/ailleurs.example', '\t//ailleurs.example']) {
		const client = new Client('benP');
		await client.ask(`/connexion?suite=${encodeURIComponent(suite)}`);
		const { status, location, text } = await client.ask('/connexion', { email: client.email, mot_de_passe: client.password, suite });
		assert.equal(status, 303, `${suite} ${text}`);
		const to = new URL(location, url);
		assert.equal(to.host, new URL(url).host, `${suite} -> ${location}`);
	}
});

test('line ends in an address make no header', async () => {
	for (const path of ['/connexion?suite=/%0d%0aSet-Cookie:%20a=b', '/%0d%0aX-Canari:%201', '/annuaire%0aX-Canari:1?q=%0d%0aX-Canari:1',
		'/groupes/%0d%0aLocation:%20http://ailleurs.example/']) {
		const answer = await request(`GET ${path}`);
		assert.doesNotMatch(answer.split('\r\n\r\n')[0], /^(x-canari|set-cookie: a=|location: http:\/\/ailleurs)/im, path);
	}
});

test('forged Host and X-Forwarded headers write no address anywhere', async () => {
	for (const header of ['X-Forwarded-Host: ailleurs.example', 'X-Forwarded-For: 6.6.6.6', 'X-Original-URL: /admin', 'X-Rewrite-URL: /admin',
		'Forwarded: host=ailleurs.example', 'X-HTTP-Method-Override: DELETE', 'X-Essaim-Csp: default-src *']) {
		const answer = await request('GET /connexion', header);
		assert.match(answer, /^HTTP\/1\.1 200/, header);
		assert.doesNotMatch(answer, /ailleurs\.example|default-src \*/, header);
	}
	const answer = await raw(`GET /annuaire HTTP/1.1\r\nHost: ailleurs.example\r\nConnection: close\r\n\r\n`);
	assert.doesNotMatch(answer, /location: https?:\/\/ailleurs/i);
});

test('a token of a form is of one session alone', async () => {
	const other = new Client('cooP');

	await other.signIn();
	await other.ask('/compte');
	const { csrf } = other;
	await people.benP.ask('/compte');
	assert.equal((await people.benP.ask('/compte/jetons', { nom: 'x', csrf })).status, 403);
});

test('the pages of a person are for that person: cookies of two never mix in a cache', async () => {
	const [one, two] = await Promise.all([people.benP.ask('/compte'), people.cooP.ask('/compte')]);

	assert.ok(one.text.includes(people.benP.email) && !one.text.includes(people.cooP.email));
	assert.ok(two.text.includes(people.cooP.email) && !two.text.includes(people.benP.email));
	assert.equal(one.headers.get('etag'), null);
});

test(`the cookie is for this host alone, out of scripts' reach`, async () => {
	const answer = await request('GET /connexion');
	const cookie = /^set-cookie: (__Host-essaim[^\r]*)/im.exec(answer)?.[1] ?? '';

	assert.match(cookie, /; Path=\/(;|$)/i);
	assert.match(cookie, /; Secure(;|$)/i);
	assert.match(cookie, /; HttpOnly(;|$)/i);
	assert.match(cookie, /; SameSite=(Lax|Strict)(;|$)/i);
	assert.doesNotMatch(cookie, /Domain=/i);
});

await runAll(() => base.end());
