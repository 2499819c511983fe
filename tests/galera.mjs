// Writers on a cluster whose nodes and handlers are killed (tests/galera starts it all): what was
// confirmed is on every node, once; what was not confirmed was asked again by the same form, and is there once.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Client, pidOf, runAll, sleep, test, until, up, workers } from './faults/lib.mjs';

const cluster = process.env.CLUSTER, seconds = Number(process.argv[2]);
const sql = (node, text) => {
	const done = spawnSync('mariadb', ['--no-defaults', '-u', 'root', '-S', `${cluster}/n${node}/sock`, '-N', 'essaim', '-e', text], { encoding: 'utf8' });
	return done.status === 0 ? done.stdout.trim() : undefined;
};
const synced = node => sql(node, `SHOW STATUS LIKE 'wsrep_local_state_comment'`)?.endsWith('Synced');
const kill = (node, signal = 'SIGKILL') => process.kill(Number(readFileSync(`${cluster}/n${node}.pid`, 'utf8')), signal);
const start = (node, ...first) => {
	const done = spawnSync(`${cluster}/node`, [String(node), ...first], { encoding: 'utf8' });
	assert.equal(done.status, 0, done.stdout + done.stderr);
};

const sent = new Set();   // confirmed
let asked = 0, again = 0, gap = 0;

const people = [];
for (const name of ['benP', 'benL', 'cooP', 'sal']) {
	const who = new Client(name);
	await who.signIn();
	people.push({ who, id: JSON.parse((await who.ask('/compte.json')).text).compte.id });
}

// Each writes to the next what has a number, and asks again by the same form until it is confirmed.
async function writer(n, on)
{
	const { who } = people[n], { id } = people[(n + 1) % people.length], round = sent.size;
	let last = Date.now();

	let begun;

	await until(async () => {
		await who.ask(`/messages/nouveau?a=${id}`);
		begun = await who.ask('/messages/nouveau', { a: id, titre: '', texte: 'Bonjour' });
		return begun.status === 303;
	}, 'a conversation');
	const conversation = begun.location.split(/[?#]/)[0];
	for (let i = 0; on(); i++) {
		const texte = `galere ${round} ${n} ${i}`;
		let reply;

		do {
			reply = await who.ask(conversation).catch(() => undefined);
			if (reply?.status !== 200)
				await sleep(100);
		} while (reply?.status !== 200);
		asked++;
		for (;;) {
			reply = await who.ask(conversation, { texte }).catch(() => undefined);
			if (reply?.status === 303 || reply?.status === 422)
				break;
			again++;
			await sleep(100);
		}
		if (reply.status === 422) { // so many in an hour, for a person
			await sleep(200);
			continue;
		}
		sent.add(texte);
		gap = Math.max(gap, Date.now() - last);
		last = Date.now();
	}
}

async function during(faults)
{
	let on = true;
	const before = sent.size;
	asked = again = gap = 0;
	sql(1, 'UPDATE message SET cree_le = cree_le - INTERVAL 2 HOUR'); // what limits writers is of an hour
	const all = Promise.all(people.map((_, n) => writer(n, () => on)));
	await faults(async count => {
		const wanted = sent.size + count;
		await until(() => sent.size >= wanted, `${count} more are confirmed`);
	});
	on = false;
	await all;
	console.log(`     confirmed ${sent.size - before}, asked again ${again}, longest wait ${gap} ms`);
}

// All nodes say the same: each confirmed text once, none twice.
async function complete(nodes)
{
	for (const node of nodes) {
		await until(() => synced(node), `node ${node} has all`);
		const rows = sql(node, `SELECT texte, COUNT(*) FROM message WHERE texte LIKE 'galere %' GROUP BY texte`).split('\n').map(row => row.split('\t'));
		const found = new Map(rows);
		assert.deepEqual([...sent].filter(texte => !found.has(texte)), [], `lost on node ${node}`);
		assert.deepEqual(rows.filter(([, n]) => n !== '1'), [], `twice on node ${node}`);
	}
}

test('handlers of one host are killed while others write: nothing lost, nothing twice', async () => {
	await during(async more => {
		for (let i = 0; i < seconds; i++) {
			await more(5);
			for (const pid of workers('messages').slice(0, 1))
				process.kill(pid, 'SIGKILL');
		}
	});
	await complete([1, 2, 3]);
});

test('all handlers of a host end at once: the other host serves', async () => {
	await during(async more => {
		await more(5);
		for (const pid of [pidOf('messages'), ...workers('messages')])
			process.kill(pid, 'SIGKILL');
		await more(20);
	});
	up();
	await complete([1, 2, 3]);
});

test('the node that all write to is killed: the next one takes over, and it comes back with all', async () => {
	await during(async more => {
		await more(20);
		kill(1);
		await more(40);
		start(1);
		await until(() => synced(1), 'node 1 is back');
		await more(20);
	});
	await complete([1, 2, 3]);
});

test('a node that others follow is frozen, then killed: nothing lost', async () => {
	await during(async more => {
		await more(10);
		kill(2, 'SIGSTOP');
		await more(20);
		kill(2, 'SIGKILL');
		await more(20);
		start(2);
		await until(() => synced(2), 'node 2 is back');
	});
	await complete([1, 2, 3]);
});

test('all three are killed at once: the most advanced begins again, with all that was confirmed', async () => {
	await during(async more => more(20));
	[1, 2, 3].forEach(node => kill(node));
	const position = node => Number(/:(-?\d+)$/.exec(spawnSync(`${cluster}/node`, [String(node), 'position'], { encoding: 'utf8' }).stdout.trim())?.[1]);
	const at = [1, 2, 3].map(position);
	assert.ok(at.every(Number.isInteger), `a node says no position: ${at}`);
	const first = at.indexOf(Math.max(...at)) + 1;
	start(first, 'first');
	await until(() => synced(first), 'the first is there');
	for (const node of [1, 2, 3].filter(node => node !== first)) {
		start(node);
		await until(() => synced(node), `node ${node} is back`);
	}
	await complete([1, 2, 3]);
	await during(async more => more(10));
});

runAll();
