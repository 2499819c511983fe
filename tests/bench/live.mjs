// 2,000 people who listen and hear nothing: the memory of nginx; then one act, and when it is seen
// in another browser.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { launch } from '../browser/lib.mjs';
import { cpu, instance, median, percentile, processes, row, signIn } from './_lib.mjs';

const N = Number(process.env.SUBSCRIBERS ?? 2000), FIRST = 20000, ROUNDS = 10;
const password = 'quatre mots pour mesurer';
const sleep = ms => new Promise(go => setTimeout(go, ms));
const sha = text => createHash('sha256').update(text).digest('hex');

// N people, each with a session; the two first with a password.
function prepare({ sql, run })
{
	const tokens = Array.from({ length: N }, () => randomBytes(32).toString('hex'));

	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) SELECT ${FIRST} + seq, 'contact', 'x', NOW(), NOW(), 3 FROM seq_0_to_${N - 1};
	INSERT INTO contact (id, prenom, nom, email, statut, type_contact, acces, tri) SELECT ${FIRST} + seq, 'A', 'B',
		CONCAT('p', seq, '@mesure.example'), 'confirme', 'benevole', 2, 'b a' FROM seq_0_to_${N - 1};
	INSERT INTO contact_public SELECT ${FIRST} + seq, 2 FROM seq_0_to_${N - 1};
	INSERT INTO compte (contact_id, cree_le) SELECT ${FIRST} + seq, UTC_TIMESTAMP() FROM seq_2_to_${N - 1};
	${tokens.slice(2).map((token, i) => `INSERT INTO session (empreinte, contact_id, csrf, cree_le, vu_le, expire_le)
		VALUES (UNHEX('${sha(token)}'), ${FIRST + 2 + i}, '${sha('c' + token)}', UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 1 DAY);`).join('\n')}`);
	for (const i of [0, 1])
		run(['essaim-admin', 'account', 'create', `p${i}@mesure.example`, '--password-stdin'], password);
	return tokens.slice(2);
}

// One that listens: resolves when the headers of the answer are there.
function subscribe(url, cookie)
{
	const { hostname, port } = new URL(url);

	return new Promise((go, fail) => {
		const socket = createConnection({ host: hostname, port }, () =>
			socket.write(`GET /direct?canaux=moi,o-${FIRST} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\nCookie: ${cookie}\r\n\r\n`));

		socket.once('data', bytes => bytes.toString('latin1').startsWith('HTTP/1.1 200') ? go(socket) : fail(new Error(bytes.toString('latin1').slice(0, 200))));
		socket.on('error', fail);
	});
}

// What the workers of nginx hold of their own: not what they share with each other.
function memory(dir)
{
	return processes(dir, 'nginx').reduce((sum, pid) => {
		const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');

		return sum + ['Private_Dirty', 'Private_Clean'].reduce((n, key) => n + Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0), 0);
	}, 0) / 1024;
}

const shared = dir => Math.max(...processes(dir, 'nginx').map(pid => Number(/^Rss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]))) / 1024;

async function listenAll(site, tokens, name)
{
	const sockets = [];

	for (let i = 0; i < tokens.length; i += 100)
		sockets.push(...await Promise.all(tokens.slice(i, i + 100).map(token => subscribe(site.url, `${name}=${token}`))));
	return sockets;
}

// An act of one person as a program does it: event and target; when the page of another shows it.
async function seen(site, page)
{
	const times = [];

	for (let i = 1; i <= ROUNDS; i++) {
		const began = performance.now();

		site.sql(`INSERT INTO notif_evenement (genre, url, phrase, cree_le) VALUES ('mention', '/annuaire?${i}', 'Essai', UTC_TIMESTAMP());
			SET @e = LAST_INSERT_ID(); UPDATE notif_evenement SET chose_id = @e WHERE id = @e;
			INSERT INTO notif_cible (evenement_id, sorte, cible_id) VALUES (@e, 1, ${FIRST});`);
		await page.waitForFunction(n => document.querySelector('#cloche .count')?.textContent === String(n), i, { polling: 10, timeout: 15000 });
		times.push(performance.now() - began);
	}
	return times;
}

const site = await instance('live');
try {
	const tokens = prepare(site);
	const before = memory(site.dir);
	const { cookie } = await signIn(site.url, 'p0@mesure.example', password);
	const sockets = await listenAll(site, tokens, cookie.split('=')[0]);
	const after = memory(site.dir), used = cpu(processes(site.dir, 'nginx'));

	row('', 'measured');
	row(`${sockets.length} listen: memory of nginx's own`, `${(after - before).toFixed(1)} MB`);
	row('a process of nginx, all it holds', `${shared(site.dir).toFixed(1)} MB`);
	await sleep(5000);
	row('processor of nginx meanwhile', `${((cpu(processes(site.dir, 'nginx')) - used) / 5 * 100).toFixed(1)} %`);
	const { browser, close } = await launch();
	const context = await browser.newContext({ baseURL: site.url });
	const page = await context.newPage();
	await page.goto('/connexion');
	await page.fill('[name=email]', 'p0@mesure.example');
	await page.fill('[name=mot_de_passe]', password);
	await page.click('main button:has-text("Se connecter")');
	await page.waitForURL(address => !address.pathname.startsWith('/connexion'));
	const heard = page.waitForRequest(request => request.url().includes('/direct'));
	await page.goto('/annuaire');
	await heard;
	await sleep(1000);
	const times = await seen(site, page);
	row('an act is seen in another browser, median', `${median(times).toFixed(0)} ms`);
	row('the slowest of ten', `${percentile(times, 100).toFixed(0)} ms`);
	await close();
	sockets.forEach(socket => socket.destroy());
} finally {
	site.end();
}
