// Strangers at an event that is open to all: 500 a second ask for a seat, from 200 connections, while
// its page is read. Every answer is counted, and so are the rows: no seat is sold twice.
import { Agent, request } from 'node:http';
import { cpu, instance, percentile, processes, row } from './_lib.mjs';

const CONNECTIONS = 200, RATE = 500, SECONDS = 10, PLACES = 3000;

function prepare({ sql })
{
	sql(`SET @d = UTC_TIMESTAMP() + INTERVAL 10 DAY;
		INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (9001, 'evenement', 'Fresque', NOW(), NOW(), 1);
		INSERT INTO evenement (id, texte, debut, fin, visibilite, etat, publie_le, places)
		VALUES (9001, 'Trois heures pour relier les cartes.', @d, @d + INTERVAL 2 HOUR, 'public', 'publie', NOW(), ${PLACES});
		INSERT INTO evenement_date (evenement_id, jour, debut, fin) VALUES (9001, DATE(@d), @d, @d + INTERVAL 2 HOUR);`);
}

// One question and its answer: status and milliseconds.
const ask = (agent, url, body) => new Promise(done => {
	const began = performance.now();
	const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers: body ?
		{ 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } : {} }, reply => {
		reply.resume().on('end', () => done({ status: reply.statusCode, ms: performance.now() - began }));
	}).on('error', () => done({ status: 0, ms: performance.now() - began }));

	sent.end(body);
});

// RATE a second for SECONDS, whatever the answers take; what waits for a connection waits in its time.
async function steadily(agent, url, bodyOf)
{
	const all = [];
	const began = performance.now();

	for (let n = 0; n < RATE * SECONDS;) {
		for (const due = (performance.now() - began) * RATE / 1000; n < due && n < RATE * SECONDS; n++)
			all.push(ask(agent, url, bodyOf(n)));
		await new Promise(go => setTimeout(go, 4));
	}
	return Promise.all(all);
}

function say(what, answers, alone)
{
	const ms = answers.map(a => a.ms), p99 = percentile(ms, 99);

	row(what, `${percentile(ms, 50).toFixed(0)} ms`, `${p99.toFixed(0)} ms`, (percentile(ms, 50) / alone).toFixed(1));
}

// What the whole machine pays for one registration: CPU milliseconds of each program.
const PROGRAMS = [['the program', '/public.fcgi'], ['mariadb', '/db/my.cnf'], ['nginx', '/nginx.conf'], ['mails', 'essaim-mail']];
const used = dir => [...PROGRAMS.map(([, what]) => cpu(processes(dir, what))), process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6];

function sayCpu(before, after, n)
{
	row('CPU of one, ms', ...PROGRAMS.map(([name]) => name), 'this bench', 'all');
	const each = after.map((seconds, i) => (seconds - before[i]) * 1000 / n);
	row('', ...each.map(ms => ms.toFixed(2)), each.reduce((a, b) => a + b).toFixed(2));
}

async function measure({ dir, url, sql })
{
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const page = `${url}/public/evenements/9001`;
	const alone = [], reads = [];

	for (let i = 0; i < 200; i++)
		alone.push(await ask(agent, page));
	for (let i = 0; i < 200; i++)
		reads.push(await ask(agent, page, `prenom=Seule&email=seule${i}%40mesure.example`));
	const unit = percentile(alone.map(a => a.ms), 50);
	row('', 'half in', '99 % in', 'ratio');
	say('the page, alone', alone, unit);
	say('a registration, alone', reads, unit);
	const before = used(dir);
	const answers = await steadily(agent, page, n => `prenom=Maud&email=maud${n}%40mesure.example`);
	say(`${RATE} registrations a second, ${CONNECTIONS} connections`, answers, unit);
	sayCpu(before, used(dir), answers.length);
	const right = answers.filter(a => a.status === 303).length;
	const [seats, taken, waits, attente, people] = sql(`SELECT SUM(IF(p.etat = 'inscrit', 1 + p.invites, 0)), MAX(d.pris),
		SUM(p.etat = 'attente'), MAX(d.attente), COUNT(DISTINCT p.inscription_id)
		FROM place p JOIN evenement_date d ON d.id = p.date_id WHERE d.evenement_id = 9001`).trim().split('\t').map(Number);
	row('answers that were right', `${right} of ${answers.length}`);
	row('seats sold, and what the date says', seats, taken, `of ${PLACES}`);
	row('people who wait, and what the date says', waits, attente);
	if (right !== answers.length || seats !== taken || seats !== PLACES || waits !== attente ||
		people !== answers.length + reads.length)
		throw new Error('a seat was lost or sold twice, or an answer was wrong');
	agent.destroy();
}

const site = await instance('agenda-public');
try {
	prepare(site);
	await measure(site);
} finally {
	site.end();
}
